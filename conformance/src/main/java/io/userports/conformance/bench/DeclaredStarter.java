package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.CemsSpec;
import io.userports.conformance.cems.Placeholders;
import io.userports.conformance.check.Waiting;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Starts the CEMS that a {@code cems.yaml} declares, under one time zone; on each lane not before the last has cooled. */
final class DeclaredStarter implements CemsStarter {
    private static final String HARNESS = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private static final AtomicLong STARTS = new AtomicLong();

    private final CemsSpec spec;
    private final ZoneId zone;
    private final int timeScale;
    private final long coolDownNanos;
    /** When the last one of this lane, which is a thread, had ended. */
    private final ThreadLocal<Optional<Long>> ended = ThreadLocal.withInitial(Optional::empty);

    DeclaredStarter(CemsSpec spec, ZoneId zone, int timeScale) {
        this.spec = spec;
        this.zone = zone;
        this.timeScale = timeScale;
        this.coolDownNanos =
                Duration.ofMillis(spec.start().coolDown().milliseconds()).toNanos();
    }

    @Override
    public Cems start(Sockets sockets) {
        ended.get().ifPresent(nanos -> Waiting.until(nanos + coolDownNanos, Optional::empty));
        Map<String, String> placeholders = new HashMap<>(sockets.placeholders());
        placeholders.put("{java}", System.getProperty("java.home") + "/bin/java");
        placeholders.put("{classpath}", System.getProperty("java.class.path"));
        placeholders.put("{time-scale}", Integer.toString(timeScale));
        placeholders.put("{tz}", zone.getId());
        placeholders.put(Placeholders.RUN, HARNESS + "x" + STARTS.incrementAndGet());
        return DeclaredCems.start(
                spec, new Placeholders(placeholders), () -> ended.set(Optional.of(System.nanoTime())));
    }
}
