package io.userports.conformance.cli;

import io.userports.conformance.reference.Defect;
import io.userports.conformance.requirement.FeatureCatalogue;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.rig.RigPort;
import io.userports.fault.Disturbances;
import io.userports.link.DataRequest;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import io.userports.yaml.Amount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scenarios of one port, run so much faster than real time and so many side by side.
 *
 * <p>Samples need a machine that is never late by more than half a round of their numbers, 49 ms of simulated time. So
 * they run in real time, and there are many side by side because they mostly wait.
 */
enum Half {
    P1("not @needs:s1", 10, 16, 1),
    S1("@needs:s1", 1, 48, 5);

    private final String tags;
    private final int faster;
    private final int jobs;
    private final int jobsAgain;

    Half(String tags, int faster, int jobs, int jobsAgain) {
        this.tags = tags;
        this.faster = faster;
        this.jobs = jobs;
        this.jobsAgain = jobsAgain;
    }

    /** {@return the ids of its scenarios} */
    Set<String> scenarios(FeatureCatalogue catalogue) {
        return new TreeSet<>(
                Selection.of(catalogue, Optional.of(tags), List.of()).ids());
    }

    /** {@return the defects that concern its port, no defect first} */
    List<Defect> defects() {
        return Arrays.stream(Defect.values())
                .filter(d -> d.ports().contains(UserPort.valueOf(name())))
                .toList();
    }

    /** {@return a bench for it: where P1 is alone it leaves by a line with a data request} */
    Rig rig(Amount patience) {
        Rig tcp = Rig.virtual(LinkSpec.parse("tcp:0"), patience);
        if (this == S1) {
            return tcp;
        }
        RigPort asked = new RigPort(
                LinkSpec.parse("rfc2217:0"),
                List.of(),
                LineRate.P1,
                DataRequest.valueOf("cts"),
                Optional.empty(),
                List.of());
        return new Rig(tcp.description(), asked, tcp.s1(), patience, Disturbances.NONE);
    }

    int faster() {
        return faster;
    }

    /** {@return how many scenarios go side by side} */
    int jobs() {
        return jobs;
    }

    /** {@return the same of those that were not judged because the machine was busy} */
    int jobsAgain() {
        return jobsAgain;
    }
}
