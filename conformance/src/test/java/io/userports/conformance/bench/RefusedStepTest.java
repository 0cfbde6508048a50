package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.RigBroken;
import io.userports.link.LinkSpec;
import io.userports.meter.Command;
import io.userports.yaml.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A step that the others on the same meter do not take too. */
final class RefusedStepTest {
    @Test
    void aRecordingRefusesItAsItWasRefused() {
        Gathering gathering = new Gathering(List.of(0, 1));
        List<Recording> kept = new ArrayList<>();
        CompletableFuture<RigBroken> other =
                CompletableFuture.supplyAsync(() -> refused(gathering, 1, "other", new ArrayList<>()));
        RigBroken refused = refused(gathering, 0, "one", kept);
        assertEquals(refused.getMessage(), other.join().getMessage());

        Stage recorded = RecordedStage.of(kept.get(0));
        assertEquals(
                refused.getMessage(),
                assertThrows(RigBroken.class, () -> recorded.tell(new Command.SetText("one")))
                        .getMessage());
    }

    private static RigBroken refused(Gathering gathering, int guest, String text, List<Recording> kept) {
        Plan plan = new Plan(
                Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("20 s")),
                CemsSpec.of(CemsSpec.REFERENCE).claims(),
                ReferenceInProcess.starter(Defect.NONE, 10),
                1,
                10);
        try (plan;
                Stage stage = LiveStage.open(plan, new Scene(), new Seat(gathering, guest), kept::add)) {
            return assertThrows(RigBroken.class, () -> stage.tell(new Command.SetText(text)));
        }
    }
}
