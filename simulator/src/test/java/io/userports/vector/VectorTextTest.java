package io.userports.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.userports.yaml.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class VectorTextTest {
    private static String complaint(byte[] octets) {
        return assertThrows(InputException.class, () -> VectorText.of("v.json", octets))
                .getMessage();
    }

    private static String complaint(String text) {
        return complaint(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertEquals(
                "v.json:2: is no JSON to rely on: Duplicate field 'theme'",
                complaint("{\"theme\": 1,\n \"theme\": 2}"));
    }

    @Test
    void nothingMayFollow() {
        assertTrue(complaint("{}\n{}").startsWith("v.json:2: is no JSON to rely on: Trailing token"));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertEquals("v.json: is empty; write a JSON object", complaint(" "));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsParsed() {
        assertEquals(
                "v.json: larger than 16777216 octets; divide it by theme", complaint(new byte[16 * 1024 * 1024 + 1]));
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        assertTrue(complaint(new byte[] {'{', (byte) 0xB3, '}'}).startsWith("v.json: is not UTF-8 text"));
    }

    @Test
    void depthHasAnEnd() {
        assertTrue(complaint("[".repeat(1000)).contains("nesting depth (17) exceeds"));
    }

    @Test
    void aTestKnowsItsLine() {
        VectorText text = VectorText.of(
                "v.json",
                "{\"a\": [{}],\n \"tests\": [\n {\"id\": \"x\", \"b\": {\"tests\": [1]}},\n\n {}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("v.json:3 x", text.where(0));
        assertEquals("v.json:5", text.where(1));
    }

    @Test
    void whatIsNoObjectIsForTheSchemaToRefuse() {
        String complaint = Draft.complaints("p1-crc.json", "[1]".getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertEquals("../vectors/p1-crc.json: array found, object expected", complaint);
    }

    @Test
    void aFolderThatIsNoneIsRefused() {
        assertEquals(
                "nowhere: no such folder; give the one of the vectors by --directory",
                assertThrows(InputException.class, () -> Folder.of(Path.of("nowhere")))
                        .getMessage());
        assertEquals(
                "src: has no vectors.schema.json; it is no folder of vectors",
                assertThrows(InputException.class, () -> Folder.of(Path.of("src")))
                        .getMessage());
    }
}
