package io.userports.conformance.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClauseTest {
    @Test
    void aClauseIsSaidInWords() {
        assertEquals("brochure 4.5.1", new Clause("BR-4.5.1").inWords());
        assertEquals("brochure 4.5.1 note 7", new Clause("BR-4.5.1-note-7").inWords());
        assertEquals("DSMR 5.0.2 P1 6.2", new Clause("DSMR-6.2").inWords());
        assertEquals("eMUCS-P1 note 5", new Clause("EMUCS-P1-note-5").inWords());
        assertEquals("e-MUCS H 1.3 4.2.3", new Clause("EMUCS-H-4.2.3").inWords());
        assertEquals("ISO/IEC 13239 4.1", new Clause("ISO13239-4.1").inWords());
        assertEquals("field case M13", new Clause("FIELD-M13").inWords());
    }

    @Test
    void aDocumentThatNobodyKnowsIsRefused() {
        String allowed = " is not a clause; write one of BR-…, DSMR-…, EMUCS-P1-…, EMUCS-H-…, ISO13239-…, FIELD-…";
        assertRefused("'XY-4.1'" + allowed, "XY-4.1");
        assertRefused("'BR-'" + allowed, "BR-");
        assertRefused("'BR-4..1'" + allowed, "BR-4..1");
        assertRefused("'br-4.1'" + allowed, "br-4.1");
    }

    private static void assertRefused(String complaint, String tag) {
        assertEquals(
                complaint,
                assertThrows(IllegalArgumentException.class, () -> new Clause(tag))
                        .getMessage());
    }
}
