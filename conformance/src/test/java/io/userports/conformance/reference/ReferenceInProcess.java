package io.userports.conformance.reference;

import io.userports.conformance.bench.CemsStarter;
import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** The reference as a thread that reads TCP: as wrong or right as the process, and quick to start. */
public final class ReferenceInProcess implements Cems {
    private final Observations observations = new Observations();
    private final Socket socket;
    private final Thread thread;
    private volatile Optional<String> ended = Optional.empty();
    private volatile boolean closing;

    private ReferenceInProcess(String address, Defect defect, int timeScale) throws IOException {
        int colon = address.lastIndexOf(':');
        socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        ReferenceCems cems =
                new ReferenceCems(defect, timeScale, line -> observations.add(System.nanoTime(), Observation.of(line)));
        thread = new Thread(() -> run(cems), "reference " + defect.slug());
        thread.start();
    }

    /** {@return a starter of references with that defect} */
    public static CemsStarter starter(Defect defect, int timeScale) {
        return address -> {
            try {
                return new ReferenceInProcess(address, defect, timeScale);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void run(ReferenceCems cems) {
        try {
            cems.start(UserPort.P1);
            ReferenceMain.read(cems, UserPort.P1, socket);
            ended = Optional.of("ended at the end of the stream");
        } catch (IOException | RuntimeException e) {
            ended = Optional.of("ended with " + e);
        }
    }

    @Override
    public Observations observations() {
        return observations;
    }

    @Override
    public Optional<String> ended() {
        return closing ? Optional.empty() : ended;
    }

    @Override
    public List<String> lastWords() {
        return List.of();
    }

    @Override
    public void close() {
        closing = true;
        try {
            socket.close();
            thread.join();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
