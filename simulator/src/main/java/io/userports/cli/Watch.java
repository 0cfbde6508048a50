package io.userports.cli;

import io.userports.link.LinkException;
import io.userports.link.Playing;
import io.userports.wire.UserPort;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Who waits for the end of an emulation and meanwhile prints what there is to tell. */
final class Watch {
    /** Often enough for lines of faults to look prompt. */
    private static final long LOOK_MILLIS = 200;
    /** The status line is drawn once a second. */
    private static final int LOOKS_A_STATUS = 5;

    private final Playing playing;
    private final StatusLine status;
    private final FaultLines faults;
    private final InterruptionLines interruptions;

    Watch(Playing playing, StatusLine status, FaultLines faults, InterruptionLines interruptions) {
        this.playing = playing;
        this.status = status;
        this.faults = faults;
        this.interruptions = interruptions;
    }

    /** Until all has ended: a port that breaks ends the other one too, because nobody would notice it otherwise. */
    void untilTheEnd() {
        for (int look = 1; ; look++) {
            try {
                playing.done().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (playing.failure().isPresent()) {
                    throw broken();
                }
                faults.print();
                interruptions.print();
                if (look % LOOKS_A_STATUS == 0) {
                    status.draw();
                }
            } catch (ExecutionException e) {
                throw broken();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private RuntimeException broken() {
        RuntimeException cause = playing.failure().orElseThrow();
        return cause instanceof LinkException link
                ? playing.brokenPort().map(port -> said(port, link)).orElse(link)
                : cause;
    }

    /** {@return {@code e}, told of {@code port}} */
    static LinkException said(UserPort port, LinkException e) {
        return LinkException.of(port + ": " + e.getMessage(), e);
    }
}
