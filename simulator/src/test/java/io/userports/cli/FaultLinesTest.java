package io.userports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.userports.link.Ledger.Entry;
import io.userports.link.Ledger.Fate;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FaultLinesTest {
    private static final Instant NOON = Instant.parse("2026-01-15T11:00:00.040Z");

    private final StringWriter text = new StringWriter();
    private final FaultLines lines = new FaultLines(new PrintWriter(text), false);

    @Test
    void aLineSaysWhenWhereAndWhat() {
        lines.accept(entry(3, 0, Fate.LEFT, "wrong-crc"));
        lines.accept(entry(4, 1, Fate.LOST, "lose"));
        lines.accept(entry(5, 2, Fate.CUT, "noise", "bit-flip", "noise"));
        lines.accept(entry(6, 3, Fate.DROPPED, "noise"));
        assertEquals("", text.toString());
        lines.print();
        assertEquals(
                List.of(
                        "2026-01-15 12:00:00.040  P1 unit 3  wrong-crc",
                        "2026-01-15 12:00:01.040  P1 unit 4  lose  (lost)",
                        "2026-01-15 12:00:02.040  P1 unit 5  bit-flip, noise ×2  (cut by its reader)",
                        "2026-01-15 12:00:03.040  P1 unit 6  noise  (not taken)"),
                printed());
    }

    @Test
    void whatASecondHasMoreThanPeopleCanReadIsCountedAlsoInTheLastOne() {
        Stream.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1).forEach(s -> lines.accept(entry(1, s, Fate.LEFT, "noise")));
        lines.last();
        assertEquals("  and 2 units more in that second", printed().get(5));
        assertEquals("  and 1 unit more in that second", printed().get(11));
        assertEquals(12, printed().size());
    }

    @Test
    void whatComesFasterThanItIsPrintedIsCounted() {
        for (int second = 0; second < 3 * FaultLines.MOST_WAITING; second++) {
            lines.accept(entry(second, second, Fate.LEFT, "noise"));
        }
        lines.last();
        assertEquals(FaultLines.MOST_WAITING + 1, printed().size());
        assertEquals(
                "  and " + 2 * FaultLines.MOST_WAITING + " units more, struck faster than lines could be printed",
                printed().get(FaultLines.MOST_WAITING));
    }

    /** Nobody reads the pipe, so that whoever prints waits; a port that leaves its lines does not. */
    @Test
    void aConsoleThatBlocksHoldsUpNobodyButWhoPrints() throws IOException, InterruptedException {
        PipedReader nobody = new PipedReader(16);
        FaultLines blocked = new FaultLines(new PrintWriter(new PipedWriter(nobody)), false);
        blocked.accept(entry(0, 0, Fate.LEFT, "noise"));
        Thread printer = new Thread(blocked::print, "prints on a pipe that nobody reads");
        printer.setDaemon(true);
        printer.start();
        while (!nobody.ready()) {
            Thread.onSpinWait();
        }
        Thread port = new Thread(
                () -> Stream.iterate(1, n -> n < 100, n -> n + 1)
                        .forEach(n -> blocked.accept(entry(n, n, Fate.LEFT, "noise"))),
                "a port");
        port.start();
        port.join(30_000);
        assertFalse(port.isAlive());
        printer.interrupt();
        printer.join();
    }

    @Test
    void aTerminalIsDrawnOver() {
        FaultLines drawn = new FaultLines(new PrintWriter(text), true);
        drawn.accept(entry(3, 0, Fate.LEFT, "wrong-crc"));
        drawn.print();
        assertEquals("\r2026-01-15 12:00:00.040  P1 unit 3  wrong-crc\033[K\n", text.toString());
    }

    private List<String> printed() {
        return text.toString().lines().toList();
    }

    private static Entry entry(long number, int second, Fate fate, String... faults) {
        return new Entry(number, UserPort.P1, NOON.plusSeconds(second), new byte[0], 0, 0, 0, fate, List.of(faults));
    }
}
