package io.userports.conformance.rig;

import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;

/** The reading of a rig file that is not on a disk, for tests outside this room. */
public final class RigReading {
    private RigReading() {}

    public static Rig read(InputStream in, String name) throws IOException {
        return StrictYaml.read(in, name, RigFile.class).rig();
    }
}
