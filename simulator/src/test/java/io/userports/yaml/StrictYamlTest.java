package io.userports.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StrictYamlTest {
    record House(String name, Integer rooms) {}

    private static String complaint(String text) {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return assertThrows(InputException.class, () -> StrictYaml.read(in, "house.yaml", House.class))
                .getMessage();
    }

    @Test
    void aFileThatIsOneNumberIsRefusedWhateverNumberItIs() {
        assertEquals("house.yaml:1: '7' is not a group with the keys name, rooms", complaint("7"));
        assertEquals(
                "house.yaml:1: '" + "7".repeat(60) + "…' (62 characters) is not a group with the keys name, rooms",
                complaint("7".repeat(62)));
        assertEquals("house.yaml:1: '.inf' is not a group with the keys name, rooms", complaint(".inf"));
    }

    @Test
    void aKeyThatIsTooLongIsRefusedBeforeManyOfThemTakeTheMemory() {
        assertEquals(
                "house.yaml:2: a key of 101 characters; allowed are at most 100",
                complaint("name: a\n" + "k".repeat(101) + ": 1\n"));
        assertEquals(
                "house.yaml:2: unknown key '" + "k".repeat(60) + "…' (100 characters); allowed here: name, rooms",
                complaint("name: a\n" + "k".repeat(100) + ": 1\n"));
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        assertEquals("house.yaml:1: nested deeper than 10 levels", complaint("[".repeat(11) + "]".repeat(11)));
    }
}
