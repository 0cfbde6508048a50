package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.userports.conformance.cems.Observations;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.verdict.RigBroken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObserversTest {
    @Test
    void oneThatCannotBeClosedKeepsNoOtherOpen() {
        List<String> closed = new ArrayList<>();
        List<Observer> all = List.of(
                () -> closed.add("first"),
                () -> {
                    throw new IllegalStateException("second");
                },
                () -> closed.add("third"));
        assertEquals(
                "second",
                assertThrows(IllegalStateException.class, () -> Observers.closeAll(all.iterator()))
                        .getMessage());
        assertEquals(List.of("first", "third"), closed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{http: {url: 'http://{p1-host}:80/'}, mapping: contract}    | http://{p1-host}:80/",
                "{sse: {url: 'http://h{p1}:80/'}, mapping: contract}         | http://h{p1}:80/",
                "{websocket: {url: 'ws://{p1-host}:80/'}, mapping: contract} | ws://{p1-host}:80/",
                "{file: {path: '{s1}'}}                                      | {s1}",
            })
    void whatIsNoAddressOnceItIsFilledBreaksTheRig(String yaml, String name) {
        Placeholders pty = new Placeholders(Map.of("{p1}", "a b", "{p1-host}", "", "{s1}", "\0"));
        assertEquals(
                name + " cannot be looked at once its placeholders are filled, in it or in what stands beside it; see"
                        + " observe in the cems.yaml",
                assertThrows(
                                RigBroken.class,
                                () -> Observers.begin(List.of(Seen.declared(yaml)), pty, new Observations()))
                        .getMessage());
    }
}
