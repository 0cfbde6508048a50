package io.userports.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.userports.p1.P1Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LintTest {
    private static final String VALID = "p1-valid.json";
    private static final String CONTENT = "p1-invalid-content.json";
    private static final String FRAMING = "p1-invalid-framing.json";
    private static final String STREAMS = "p1-streams.json";
    private static final String ONE_PHASE = "p1-single-phase-50213";
    private static final String TARIFF = "p1-tariff-3";

    @Test
    void aKeyThatTheSchemaLacksIsRefused() {
        assertEquals(
                List.of("p1-valid.json p1-single-phase-50213: property 'octets' is not defined in the schema and the"
                        + " schema does not allow additional properties"),
                Draft.complaints(VALID, ONE_PHASE, t -> t.put("octets", "00")));
    }

    @Test
    void aTestWithoutClausesIsRefused() {
        assertEquals(
                List.of("p1-valid.json p1-single-phase-50213 clauses: must have at least 1 items but found 0"),
                Draft.complaints(VALID, ONE_PHASE, t -> t.putArray("clauses")));
    }

    @Test
    void anIdThatIsNoSlugIsRefused() {
        List<String> complaints = Draft.complaints(VALID, ONE_PHASE, t -> t.put("id", "P1 single"));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).startsWith("p1-valid.json P1 single id: does not match"), complaints.get(0));
    }

    @Test
    void linesAndDigitsAtOnceAreRefused() {
        List<String> complaints =
                Draft.complaints(VALID, ONE_PHASE, t -> t.putArray("hex").add("00"));
        assertEquals(false, complaints.isEmpty());
        assertTrue(complaints.get(0).startsWith("p1-valid.json p1-single-phase-50213: "), complaints.get(0));
    }

    @Test
    void anIdThatStandsTwiceIsRefusedAcrossFiles() {
        List<String> complaints = Draft.complaints(CONTENT, TARIFF, t -> t.put("id", "p1-single-phase-50214"));
        assertEquals(1, complaints.size());
        assertTrue(
                complaints
                        .get(0)
                        .matches("p1-valid.json p1-single-phase-50214: the id stands twice, first at"
                                + " \\S+/p1-invalid-content.json:[0-9]+ p1-single-phase-50214"),
                complaints.get(0));
    }

    @Test
    void aFlagWithoutANoteIsRefused() {
        assertEquals(
                List.of(
                        "p1-valid.json p1-single-phase-50213: the flag 'odd' is not explained in the notes of the file"),
                Draft.complaints(VALID, ONE_PHASE, t -> t.withArray("flags").add("odd")));
    }

    @Test
    void aNoteWithoutATestIsRefused() {
        assertEquals(
                List.of("../vectors/p1-valid.json: no test has the flag 'odd', which the notes explain; take it out"),
                Draft.complaints(VALID, root -> {
                    ObjectNode notes = (ObjectNode) root.get("notes");
                    notes.set("odd", notes.get("delta").deepCopy());
                }));
    }

    @Test
    void aCaseThatThereIsNotIsRefused() {
        assertEquals(
                List.of("p1-valid.json p1-single-phase-50213: there is no case M36; the cases are M01 to M35 and S01 to"
                        + " S54"),
                Draft.complaints(VALID, ONE_PHASE, t -> t.putArray("cases").add("M36")));
    }

    @Test
    void anInvalidTestHasOneFlag() {
        assertEquals(
                List.of("p1-invalid-content.json p1-tariff-3: has 2 flags; an invalid test has one fault and one flag"
                        + " that names it"),
                Draft.complaints(CONTENT, TARIFF, t -> t.withArray("flags").add("time")));
    }

    @Test
    void anAcceptableTestHasAFlag() {
        assertEquals(
                List.of(
                        "p1-acceptable.json p1-unknown-object: has no flag; an acceptable test has one that says what is"
                                + " odd"),
                Draft.complaints("p1-acceptable.json", "p1-unknown-object", t -> t.putArray("flags")));
    }

    @Test
    void bothSidesAreToldWhereFindingsDiffer() {
        assertEquals(
                List.of(
                        "p1-invalid-content.json p1-tariff-3: the vector says findings [], strict reading says [R10"
                                + " error in line 10]",
                        "p1-invalid-content.json p1-tariff-3: is called invalid and breaks no rule: call it acceptable or"
                                + " valid"),
                Draft.complaints(CONTENT, TARIFF, t -> t.putArray("findings")));
    }

    @Test
    void aChecksumOfAnotherFateIsTold() {
        assertEquals(
                List.of("p1-valid.json p1-single-phase-50213: the vector says crc bad, strict reading says ok"),
                Draft.complaints(VALID, ONE_PHASE, t -> t.put("crc", "bad")));
    }

    @Test
    void anObjectThatIsMissingInTheVectorIsTold() {
        List<String> complaints =
                Draft.complaints(VALID, ONE_PHASE, t -> ((ObjectNode) t.get("objects")).remove("1-0:1.7.0"));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("the vector says objects {"), complaints.get(0));
    }

    @Test
    void aTestWithFindingsIsNotValid() {
        assertEquals(
                List.of("p1-acceptable.json p1-unknown-object: is called valid and has findings: call it acceptable"),
                Draft.complaints("p1-acceptable.json", "p1-unknown-object", t -> t.put("result", "valid")));
    }

    @Test
    void twoFaultsAreOneTooMany() {
        assertEquals(
                List.of(
                        "p1-invalid-content.json p1-two-faults: has more than one fault: [R14 error in line 14, R10 error"
                                + " in line 6]"),
                Draft.complaints(CONTENT, "p1-powers-single-phase", LintTest::addAFault));
    }

    /** Breaks the first register too, with everything that follows from it. */
    private static void addAFault(ObjectNode test) {
        test.put("id", "p1-two-faults");
        ArrayNode lines = (ArrayNode) test.get("lines");
        int at = 5;
        while (!lines.get(at).asText().startsWith("1-0:1.8.1(")) {
            at++;
        }
        lines.set(at, "1-0:1.8.1(x)");
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < lines.size() - 2; i++) {
            body.append(lines.get(i).asText()).append("\r\n");
        }
        byte[] octets = body.append('!').toString().getBytes(StandardCharsets.ISO_8859_1);
        lines.set(lines.size() - 2, "!%04X".formatted(P1Codec.crc(octets, 0, octets.length)));
        ((ObjectNode) test.get("objects")).remove("1-0:1.8.1");
        test.withArray("findings")
                .addObject()
                .put("rule", "R10")
                .put("level", "error")
                .put("line", at + 1);
    }

    @Test
    void anIdOfARealMeterIsRefused() {
        List<String> complaints = Draft.complaints("p1-crc.json", "p1-crc-some", t -> t.put("text", "1SAG3112345678"));
        assertEquals(
                "p1-crc.json p1-crc-some: '1SAG3112345678' may be the id of a meter; give a serial number that begins"
                        + " with 0000",
                complaints.get(0));
    }

    @Test
    void anIdInDigitsAnEanAndAHeaderAreRefusedToo() {
        assertEquals(
                List.of("1SAG3112345678", "541440123456789012", "\\253769484_A"),
                List.of("0-0:96.1.1(3153414733313132333435363738)", "541440123456789012", "/FLU5\\253769484_A").stream()
                        .flatMap(t -> RealIds.complaints(t.getBytes(StandardCharsets.ISO_8859_1)).stream())
                        .map(c -> c.split("'")[1])
                        .toList());
    }

    @Test
    void aPieceOfAStreamAtAnotherPlaceIsTold() {
        List<String> complaints = Draft.complaints(
                STREAMS, "p1-stream-three", t -> ((ObjectNode) t.get("pieces").get(1)).put("at", 399));
        assertEquals(
                List.of("p1-streams.json p1-stream-three: the vector says pieces [telegram at 0 of 398, telegram at 399"
                        + " of 398, telegram at 796 of 398], strict reading says [telegram at 0 of 398, telegram at 398 of"
                        + " 398, telegram at 796 of 398]"),
                complaints);
    }

    @Test
    void aTelegramOfAStreamNeedsAnObject() {
        assertEquals(
                List.of("p1-streams.json p1-stream-three: the telegram at 398 needs an object that tells which it is"),
                Draft.complaints(STREAMS, "p1-stream-three", t -> ((ObjectNode)
                                t.get("pieces").get(1))
                        .remove("objects")));
    }

    @Test
    void aPieceWithoutAReasonIsRefused() {
        assertEquals(
                List.of("p1-streams.json p1-stream-cut-at-end: at 398: a piece that is no telegram has a reason, and a"
                        + " telegram has none"),
                Draft.complaints(STREAMS, "p1-stream-cut-at-end", t -> ((ObjectNode)
                                t.get("pieces").get(1))
                        .remove("reason")));
    }

    @Test
    void aFieldOfS1ThatIsAnotherIsTold() {
        List<String> complaints = Draft.complaints(
                "s1-telegrams.json", "s1-frequency-47", t -> ((ObjectNode) t.get("fields")).put("frequency", "47001"));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("the vector says fields {frequency=47001"), complaints.get(0));
    }

    @Test
    void aFrameOfS1ThatKeepsStepIsFramed() {
        assertEquals(
                List.of(
                        "s1-invalid.json s1-address-7f: the vector says that between two good telegrams are pieces [frame"
                                + " at 0 of 45, noise at 45 of 45, frame at 90 of 45], strict reading says [frame at 0 of 45,"
                                + " frame at 45 of 45, frame at 90 of 45]"),
                Draft.complaints("s1-invalid.json", "s1-address-7f", t -> t.put("framed", false)));
    }

    @Test
    void howManyAreLostIsCounted() {
        assertEquals(
                List.of("s1-streams.json s1-stream-every-second: the vector says lost 3, strict reading says 2"),
                Draft.complaints("s1-streams.json", "s1-stream-every-second", t -> t.put("lost", 3)));
    }

    @Test
    void aChecksumIsComputed() {
        assertEquals(
                List.of("s1-fcs.json s1-fcs-00: the vector says checksum 78F1, we compute 78F0"),
                Draft.complaints("s1-fcs.json", "s1-fcs-00", t -> t.put("fcs", "78F1")));
    }

    @Test
    void aRuleThatNoTestBreaksIsNamed() {
        assertEquals(
                List.of("../vectors: no test breaks rule R18, A telegram takes less than a second of the line."),
                Draft.complaints("p1-invalid-framing.json", root -> {
                    ArrayNode tests = (ArrayNode) root.get("tests");
                    for (int i = 0; i < tests.size(); i++) {
                        if (tests.get(i).get("id").asText().equals("p1-too-long")) {
                            tests.remove(i);
                        }
                    }
                    ((ObjectNode) root.get("notes")).remove("too-long");
                }));
    }

    @Test
    void aFaultThatThereIsNotIsTold() {
        assertEquals(
                List.of("p1-invalid-framing.json p1-no-crc: 'no-checksum' is no fault; near it are noise, no-unit,"
                        + " no-star, no-blank-line, no-footer, no-crc, no-flag; userports faults lists all"),
                Draft.complaints(FRAMING, "p1-no-crc", t -> names(t, "no-checksum")));
    }

    @Test
    void aFaultOfTheOtherPortIsTold() {
        assertEquals(
                List.of("p1-invalid-framing.json p1-no-crc: 'stuff' does not strike P1"),
                Draft.complaints(FRAMING, "p1-no-crc", t -> names(t, "stuff")));
    }

    @Test
    void aParameterOfAFaultThatIsMissingIsTold() {
        assertEquals(
                List.of(
                        "p1-invalid-framing.json p1-no-crc: wrong-digit: object is missing: the code of the object, like"
                                + " 1-0:1.7.0"),
                Draft.complaints(FRAMING, "p1-no-crc", t -> names(t, "wrong-digit")));
    }

    @Test
    void octetsThatTheFaultDoesNotMakeAreTold() {
        assertEquals(
                List.of("p1-invalid-framing.json p1-no-crc: the vector says octet 392 is 0D, [wrong-crc] make it 43 of"
                        + " p1-single-phase-50213"),
                Draft.complaints(FRAMING, "p1-no-crc", t -> names(t, "wrong-crc")));
    }

    @Test
    void aTestIsMadeOfAValidOneOfItsPort() {
        assertEquals(
                List.of("p1-invalid-framing.json p1-no-crc: 's1-star' is no valid test of P1 of which faults could make"
                        + " it"),
                Draft.complaints(FRAMING, "p1-no-crc", t -> t.put("of", "s1-star")));
    }

    @Test
    void aTestInWhichChanceHasAPartIsMadeOfNoOther() {
        assertEquals(
                List.of(
                        "p1-valid-states.json p1-order-shuffled: chance has a part in what [shuffle-objects] make; leave"
                                + " out of"),
                Draft.complaints(
                        "p1-valid-states.json", "p1-order-shuffled", t -> t.put("of", "p1-single-phase-50217")));
    }

    @Test
    void aTestThatIsMadeOfAnotherNamesTheFault() {
        assertEquals(
                List.of("p1-invalid-framing.json p1-no-crc: has a missing property 'faults' which is dependent required"
                        + " because 'of' is present"),
                Draft.complaints(FRAMING, "p1-no-crc", t -> t.remove("faults")));
    }

    @Test
    void aFaultThatNoTestNamesIsTold() {
        assertEquals(
                List.of("../vectors: no test names the fault grow: a telegram has unknown objects at its end, up to a"
                        + " length"),
                Draft.complaints("p1-acceptable.json", "p1-grown", LintTest::withoutFaults));
    }

    @Test
    void aCaseThatNoTestNamesIsTold() {
        assertEquals(
                List.of("../vectors: no test names the case S51: bit rate mismatch of 1.5 and 2 Mbit/s"),
                Draft.complaints("s1-streams.json", "s1-stream-wrong-bit-rate", t -> t.putArray("cases")
                        .add("S05")));
    }

    private static void names(ObjectNode test, String fault) {
        test.putArray("faults").add(fault);
    }

    private static void withoutFaults(ObjectNode test) {
        test.remove("faults");
        test.remove("of");
    }
}
