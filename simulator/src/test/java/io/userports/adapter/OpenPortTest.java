package io.userports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.link.Cable;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.wire.LineRate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A pseudo-terminal takes any rate, and has neither counters nor control lines. */
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("try") // the link only needs to be open
class OpenPortTest {
    @TempDir
    Path folder;

    @Test
    void theRateIsReadBackAndWhatThereIsNotIsEmpty() {
        for (LineRate rate : List.of(LineRate.P1, LineRate.S1, LineRate.S1_EMUCS)) {
            try (Cable cable = Cable.plugged(folder.resolve("tty"));
                    Link link = LinkSpec.parse("serial:" + cable.device()).open(rate);
                    OpenPort port = OpenPort.of(cable.device()).orElseThrow()) {
                assertEquals(OptionalInt.of(rate.bitsPerSecond()), port.bitsPerSecond());
                assertEquals(Optional.empty(), port.counters());
                assertEquals(Optional.empty(), port.lines());
            }
        }
    }

    @Test
    void nothingIsSaidOfAPortThatIsClosed() {
        try (Cable cable = Cable.plugged(folder.resolve("tty"))) {
            assertEquals(Optional.empty(), OpenPort.of(cable.device()).map(OpenPort::descriptor));
            try (Link link = LinkSpec.parse("serial:" + cable.device()).open(LineRate.P1)) {
                OpenPort port = OpenPort.of(cable.device()).orElseThrow();
                port.close();
                assertEquals(OptionalInt.empty(), port.bitsPerSecond());
            }
        }
    }

    @Test
    void countersCountOnFromZeroAfterTheirLastNumber() {
        LineCounters before = new LineCounters(4_294_967_290L, 5, 0, 0, 0, 0, 0);
        LineCounters after = new LineCounters(4, 9, 1, 2, 3, 4, 5);
        assertEquals(new LineCounters(10, 4, 1, 2, 3, 4, 5), after.since(before));
    }

    @Test
    void whoHasADeviceOpenIsToldWhateverItsName() {
        try (Cable cable = Cable.plugged(folder.resolve("tty"))) {
            assertEquals(List.of(), Holder.of(cable.device()));
            try (Link link = LinkSpec.parse("serial:" + cable.device()).open(LineRate.P1)) {
                assertEquals(
                        List.of(ProcessHandle.current().pid()),
                        Holder.of(cable.device()).stream().map(Holder::pid).toList());
            }
            assertEquals(List.of(), Holder.of(cable.device()));
        }
    }
}
