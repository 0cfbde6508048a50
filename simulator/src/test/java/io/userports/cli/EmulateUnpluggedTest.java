package io.userports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.link.Cable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@EnabledOnOs(OS.LINUX)
class EmulateUnpluggedTest {
    @TempDir
    Path folder;

    @Test
    void aCableThatIsPulledIsToldAndTheRunGoesOnToItsEnd() throws Exception {
        try (Cable cable = Cable.plugged(folder.resolve("tty"))) {
            StringWriter out = new StringWriter();
            CommandLine command = new CommandLine(new EmulateCommand()).setOut(new PrintWriter(out));
            String device = cable.device();
            CompletableFuture<Integer> run = CompletableFuture.supplyAsync(
                    () -> command.execute("--duration", "60s", "--time-scale", "10", "--p1", "serial:" + device));
            cable.read(1000);
            cable.unplug();
            await(out, "P1 serial:" + device + " was unplugged; waits for it");
            cable.plug();
            await(out, " and is back after ");
            cable.read(1000);
            assertEquals(0, run.get(30, TimeUnit.SECONDS));
            assertEquals(
                    List.of(
                            "P1 " + device,
                            "P1 serial:" + device + " was unplugged; waits for it",
                            "P1 serial:" + device + " was unplugged and is back after N s",
                            "TIME  P1 N sent, N not taken  late"),
                    out.toString()
                            .lines()
                            .map(line -> line.replaceAll("^2026-.{14}", "TIME")
                                    .replaceAll("late .*", "late")
                                    .replaceAll("(?<= )[0-9.]+(?= s)|(?<= )[0-9]+(?= not)", "N"))
                            .toList());
        }
    }

    private static void await(StringWriter out, String words) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> out.toString()
                .contains(words));
    }
}
