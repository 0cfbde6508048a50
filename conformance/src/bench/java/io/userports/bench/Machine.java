package io.userports.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where the figures come from. */
final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** {@return processor, cores, system and JDK, in one sentence} */
    static String description() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor() + "), "
                + System.getProperty("os.name") + ", " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.version");
    }

    /** {@return how many threads wanted to run in the last minute, on average; negative where that is not known} */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() throws IOException {
        if (!Files.exists(CPU)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(CPU).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
