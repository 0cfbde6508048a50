package io.userports.conformance.reference;

import io.userports.conformance.bench.CemsStarter;
import io.userports.conformance.bench.CemsStarter.Sockets;
import io.userports.conformance.cems.Cems;
import io.userports.conformance.cems.Observation;
import io.userports.conformance.cems.Observations;
import io.userports.wire.UserPort;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference as a thread for each port that reads TCP: as wrong or right as the process, and quick to start. */
public final class ReferenceInProcess implements Cems {
    private final Observations observations = new Observations();
    private final Map<UserPort, Socket> sockets = new EnumMap<>(UserPort.class);
    private final List<Thread> threads = new ArrayList<>();
    private volatile Optional<String> ended = Optional.empty();
    private volatile boolean closing;

    private ReferenceInProcess(Sockets addresses, Defect defect, int timeScale) throws IOException {
        connect(UserPort.P1, addresses.p1());
        connect(UserPort.S1, addresses.s1());
        ReferenceCems cems =
                new ReferenceCems(defect, timeScale, line -> observations.add(System.nanoTime(), Observation.of(line)));
        sockets.forEach((port, socket) -> threads.add(new Thread(
                () -> run(
                        cems,
                        port,
                        socket,
                        port == UserPort.P1 ? addresses.p1() : addresses.s1(),
                        addresses.s1BitRate()),
                "reference " + port + " " + defect.slug())));
        threads.forEach(Thread::start);
    }

    private void connect(UserPort port, String address) throws IOException {
        if (!address.isEmpty()) {
            sockets.put(port, ReferenceMain.connected(address));
        }
    }

    /** {@return a starter of references with that defect} */
    public static CemsStarter starter(Defect defect, int timeScale) {
        return addresses -> {
            try {
                return new ReferenceInProcess(addresses, defect, timeScale);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void run(ReferenceCems cems, UserPort port, Socket socket, String address, int s1BitRate) {
        try {
            cems.start(port);
            ReferenceMain.read(cems, port, socket, address, port == UserPort.P1 ? 115_200 : s1BitRate);
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
            for (Socket socket : sockets.values()) {
                socket.close();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
