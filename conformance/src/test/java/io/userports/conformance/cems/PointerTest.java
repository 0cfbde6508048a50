package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PointerTest {
    /** The document of RFC 6901 §5, and a list of things. */
    private static final String DOCUMENT =
            """
            {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5, "k\\"l": 6, " ": 7,
             "m~n": 8, "[x": 9, "things": [{"type": "a", "v": 10}, {"type": "b", "v": 11}, {"type": "b", "v": 12}],
             "n": [{"id": 5, "v": 13}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/foo;                  [\"bar\",\"baz\"]",
                "/foo/0;                \"bar\"",
                "/foo/2;                nothing",
                "/foo/00;               nothing",
                "/foo/-;                nothing",
                "/;                     0",
                "/a~1b;                 1",
                "/c%d;                  2",
                "/e^f;                  3",
                "/g|h;                  4",
                "'/i\\j';               5",
                "/k\"l;                 6",
                "'/ ';                  7",
                "/m~0n;                 8",
                "/[x;                   9",
                "/things/1/v;           11",
                "/things/[type=b]/v;    11",
                "/things/[type=c]/v;    nothing",
                "/things/[kind=b]/v;    nothing",
                "/things/0/[type=a]/v;  10",
                "/things/0/[type=b]/v;  nothing",
                "/n/[id=5]/v;           13",
                "/foo/[type=b]/v;       nothing",
                "/absent/deeper;        nothing",
            })
    void aPointerFindsWhatStandsThere(String pointer, String found) throws JsonProcessingException {
        JsonNode document = new JsonMapper().readTree(DOCUMENT);
        assertEquals(
                found,
                Pointer.parse(pointer).find(document).map(JsonNode::toString).orElse("nothing"));
        assertEquals(pointer, Pointer.parse(pointer).toString());
    }

    @Test
    void theEmptyPointerIsTheWholeDocument() throws JsonProcessingException {
        JsonNode document = new JsonMapper().readTree("7");
        assertEquals(document, Pointer.parse("").find(document).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "foo/bar", "/a~b", "/a~2", "/~"})
    void whatIsNoPointerIsRefused(String text) {
        assertEquals(
                "'" + text + "' is no JSON pointer; write a / before each key or number, and ~1 for a / and ~0 for a ~"
                        + " in a key, like /data/power or /external/[type=gas_meter]/value",
                assertThrows(IllegalArgumentException.class, () -> Pointer.parse(text))
                        .getMessage());
    }
}
