package io.userports.conformance.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A bench whose P1 leaves by a serial adapter, here or served by ser2net, into a cable to the CEMS. */
final class TroubledBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Less than a telegram of the household that has the shortest. */
    private static final int TELEGRAM = 500;

    private final Cable cable;
    private final Optional<RemoteAdapter> remote;

    private TroubledBench(Cable cable, Optional<RemoteAdapter> remote) {
        this.cable = cable;
        this.remote = remote;
    }

    /** {@return one with an adapter of this machine, whose CEMS reads a pseudo-terminal} */
    static TroubledBench here(Path folder) throws IOException {
        return new TroubledBench(Cable.in(folder, "pty"), Optional.empty());
    }

    /** {@return one with an adapter that is reached over TCP, whose CEMS reads a socket} */
    static TroubledBench remote(Path folder) throws IOException, InterruptedException {
        Cable cable = Cable.in(folder, "tcp:0");
        return new TroubledBench(cable, Optional.of(RemoteAdapter.of(folder, cable.bench())));
    }

    /** {@return the link of the bench} */
    String link() {
        return "serial:" + remote.map(RemoteAdapter::address).orElse(device().toString());
    }

    /** {@return what the rig file says of P1} */
    String p1() {
        return "p1: { link: '" + link() + "', reader: '" + cable.reader() + "' }";
    }

    /** {@return the device of the adapter} */
    Path device() {
        return cable.bench();
    }

    /** Returns when the CEMS has been given a telegram. */
    void awaitTelegram() {
        await().atMost(PATIENCE).until(() -> cable.delivered() > TELEGRAM);
    }

    /** Takes the adapter away, or the connection to it. */
    void unplug() throws IOException {
        if (remote.isPresent()) {
            remote.get().close();
        } else {
            cable.unplugBench();
        }
    }

    /** Brings it back. */
    void plug() throws IOException, InterruptedException {
        if (remote.isPresent()) {
            remote.get().start();
        } else {
            cable.plugBench();
        }
    }

    /** Takes what the CEMS reads away from it. */
    void unplugReader() {
        cable.unplugReader();
    }

    @Override
    public void close() throws IOException {
        remote.ifPresent(RemoteAdapter::close);
        cable.close();
        Files.deleteIfExists(device());
    }
}
