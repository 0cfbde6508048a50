package io.userports.bench;

import io.userports.link.Ledger;
import io.userports.link.Link;
import io.userports.link.LinkSpec;
import io.userports.link.Player;
import io.userports.link.TimeScale;
import io.userports.meter.Consent;
import io.userports.meter.Meter;
import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/** How late one meter is that has a machine for itself and a reader. */
final class Idle {
    private static final int SECONDS = 60;
    private static final long LATE_NANOS = 300_000;

    private Idle() {}

    static Figure lateness() throws IOException {
        Ledger ledger = Ledger.of();
        Meter meter = Meter.of(House.household(1), House.state(1), 1, Consent.GIVEN)
                .until(House.state(1).time().plusSeconds(SECONDS));
        LinkSpec spec = LinkSpec.parse(LinkSpec.Pty.supported() ? "pty" : "tcp:0");
        try (Link link = spec.open(LineRate.P1);
                InputStream port = Jar.open(link.address());
                Player player = Player.of(TimeScale.REAL_TIME)) {
            Thread reader = new Thread(() -> readAll(port), "reader");
            reader.setDaemon(true);
            reader.start();
            player.play(meter, Map.of(UserPort.P1, link), ledger).awaitEnd();
        }
        Ledger.Lateness late = ledger.lateness();
        return new Figure(
                "Lateness of an idle emulator",
                String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", late.p50() / 1e6, late.p99() / 1e6),
                "p50 ≤ 0.3 ms",
                late.p50() <= LATE_NANOS,
                "its own ledger, " + ledger.count(Ledger.Fate.LEFT) + " telegrams in " + SECONDS + " s to a reader of `"
                        + spec + "`");
    }

    private static void readAll(InputStream port) {
        byte[] chunk = new byte[4096];
        try {
            while (port.read(chunk) >= 0) {}
        } catch (IOException e) {
            // The pseudo-terminal has gone, as it does when all is told.
        }
    }
}
