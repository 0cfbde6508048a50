package io.userports.conformance.report;

import java.nio.file.Path;

/** The names of what a folder of evidence holds, beside those that one class writes and reads alone. */
public final class EvidenceFiles {
    /** What all other files are like. */
    public static final String MANIFEST = "manifest.json";

    /** The digest of the manifest. */
    public static final String SEAL = "manifest.sha256";

    /** The CEMS that the run was given. */
    public static final String CEMS = "cems.yaml";

    /** The rig that the run was given. */
    public static final String RIG = "rig.yaml";

    /** The known failures that the run was given, if it was. */
    public static final String KNOWN = "known.yaml";

    /** The folder of the mappings that the CEMS names as files, if it does. */
    public static final String MAPPINGS = "mappings";

    /** The folder that has a folder for each scenario. */
    public static final String SCENARIOS = "scenarios";

    private EvidenceFiles() {}

    /** {@return the folder of the scenario with that id, in the evidence {@code folder}} */
    public static Path scenario(Path folder, String id) {
        return folder.resolve(SCENARIOS).resolve(id);
    }
}
