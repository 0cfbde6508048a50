package io.userports.conformance.bench;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Claims;
import io.userports.conformance.check.Failure;
import io.userports.conformance.reference.Defect;
import io.userports.conformance.reference.ReferenceInProcess;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.NotJudged;
import io.userports.link.LinkSpec;
import io.userports.yaml.Amount;
import org.junit.jupiter.api.Test;

final class OwnLatenessTest {
    private static Bench bench(Defect defect, int timeScale) {
        Rig rig = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("2 s"));
        Claims claims = CemsSpec.of(CemsSpec.REFERENCE).claims();
        return new Bench(new Plan(rig, claims, ReferenceInProcess.starter(defect, timeScale), 1, timeScale));
    }

    @Test
    void aMissingValueIsTheFaultOfTheCems() {
        try (Bench bench = bench(Defect.SWAPS_IMPORT_EXPORT, 2)) {
            bench.start();
            assertThrows(Failure.class, () -> new Judge(bench).showsEverythingAsSent(1));
        }
    }

    /** A thousand times faster, half a period is half a millisecond: no machine keeps that. */
    @Test
    void aMissingValueIsNobodysFaultWhenTheBenchWasLateItself() {
        try (Bench bench = bench(Defect.SWAPS_IMPORT_EXPORT, 1000)) {
            bench.start();
            NotJudged reason = assertThrows(NotJudged.class, () -> new Judge(bench).showsEverythingAsSent(300));
            assertTrue(
                    reason.getMessage().startsWith("the bench was late itself: a telegram started "),
                    reason::getMessage);
        }
    }
}
