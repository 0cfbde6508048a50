package io.userports.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.wire.LineRate;
import io.userports.wire.UserPort;
import java.io.FileInputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class NothingLeftTest {
    @TempDir
    Path folder;

    @Test
    void neitherThreadsNorOpenFilesNorNamesAreLeftBehind() throws Exception {
        round();
        await().until(OpenFiles::threads, List.of()::equals);
        List<String> files = OpenFiles.now();
        for (int i = 0; i < 10; i++) {
            round();
        }
        await().until(OpenFiles::now, files::equals);
        await().until(OpenFiles::threads, List.of()::equals);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("out.p1")), left.toList());
        }
    }

    private void round() throws Exception {
        List<Listener> listeners = new ArrayList<>();
        try (Link pty = LinkSpec.parse("pty:" + folder.resolve("p1")).open(LineRate.P1);
                Link tcp = LinkSpec.parse("tcp:0").open(LineRate.P1);
                Link file = new LinkSpec.File(folder.resolve("out.p1")).open(LineRate.P1);
                Link serial = LinkSpec.parse("serial:" + folder.resolve("p1")).open(LineRate.P1);
                FileInputStream terminal = new FileInputStream(pty.address());
                Socket socket =
                        new Socket("127.0.0.1", Integer.parseInt(tcp.address().split(":")[1]));
                Player player = Player.of(TimeScale.times(200))) {
            listeners.add(Listener.to(terminal));
            listeners.add(Listener.to(socket.getInputStream()));
            for (Link link : List.of(pty, tcp, file, serial)) {
                Ledger ledger = Ledger.of();
                player.play(Units.every(Duration.ofSeconds(1), 100, 1000), Map.of(UserPort.P1, link), ledger);
                await().pollInterval(Duration.ofMillis(2)).until(() -> ledger.size() > 2);
            }
        }
        // The system closes a socket only when the thread that reads from it has noticed.
        for (Listener listener : listeners) {
            listener.hearsTheEnd();
        }
    }
}
