package io.userports.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayoutTest {
    private static String of(String json) {
        byte[] octets = Layout.of("v.json", json.getBytes(StandardCharsets.UTF_8));
        return new String(octets, StandardCharsets.UTF_8);
    }

    @Test
    void aTestIsBrokenAndItsShortListsAreNot() {
        assertEquals(
                """
                {
                  "theme": "t",
                  "tests": [
                    {
                      "id": "a",
                      "flags": ["x", "y"],
                      "lines": [
                        "/",
                        ""
                      ],
                      "findings": []
                    }
                  ]
                }
                """,
                of("{\"tests\":[{\"findings\":[],\"lines\":[\"/\",\"\"],\"flags\":[\"x\",\"y\"],\"id\":\"a\"}],"
                        + "\"theme\":\"t\"}"));
    }

    @Test
    void objectsKeepTheirOrderAndNotesAreSorted() {
        assertEquals(
                """
                {
                  "notes": {
                    "a": {},
                    "b": {}
                  },
                  "tests": [
                    {
                      "objects": {"1-0:2.7.0": "(x)", "1-0:1.7.0": "(y)"}
                    }
                  ]
                }
                """,
                of("{\"notes\":{\"b\":{},\"a\":{}},\"tests\":[{\"objects\":{\"1-0:2.7.0\":\"(x)\","
                        + "\"1-0:1.7.0\":\"(y)\"}}]}"));
    }

    @Test
    void onlyTheSignOfAClauseIsNotAscii() {
        assertEquals(
                "{\n  \"text\": \"§ m\\u00B3\\u007F\\u0000\\r\\n\"\n}\n",
                of("{\"text\":\"\\u00a7 m³\\u007f\\u0000\\r\\n\"}"));
    }

    @Test
    void writingTwiceChangesNothing() {
        for (Map.Entry<String, byte[]> file : Draft.whole().files().entrySet()) {
            byte[] once = Layout.of(file.getKey(), file.getValue());
            assertEquals(
                    new String(once, StandardCharsets.UTF_8),
                    new String(Layout.of(file.getKey(), once), StandardCharsets.UTF_8));
        }
    }
}
