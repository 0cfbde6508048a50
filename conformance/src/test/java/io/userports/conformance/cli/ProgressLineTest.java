package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.loopback.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter text = new StringWriter();

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(text), terminal);
    }

    private static Progress at(long seconds, long of) {
        return new Progress(
                Duration.ofSeconds(seconds), Duration.ofSeconds(of - seconds), seconds * 1_200_000, seconds / 10, 0);
    }

    @Test
    void onATerminalABarRedrawsItselfAndGoes() {
        ProgressLine line = line(true);
        line.accept(at(1, 4));
        line.accept(at(3600, 36_000));
        line.end();
        assertEquals(
                "\r [########----------------------]  25 %  1,200,000 bits, 0 wrong, 0 slips, 3 s left\033[K"
                        + "\r [###---------------------------]  10 %  4,320,000,000 bits, 360 wrong, 0 slips, 9 h left"
                        + "\033[K\r\033[K",
                text.toString());
    }

    @Test
    void inAPipeALineComesNowAndThen() {
        ProgressLine line = line(false);
        for (int second = 0; second < 100; second++) {
            line.accept(at(second, 1000));
        }
        line.end();
        assertEquals(
                """
                 [------------------------------]   1 %  12,000,000 bits, 1 wrong, 0 slips, 17 min left
                 [#-----------------------------]   2 %  24,000,000 bits, 2 wrong, 0 slips, 17 min left
                 [#-----------------------------]   4 %  48,000,000 bits, 4 wrong, 0 slips, 16 min left
                 [##----------------------------]   8 %  96,000,000 bits, 8 wrong, 0 slips, 16 min left
                """,
                text.toString());
    }
}
