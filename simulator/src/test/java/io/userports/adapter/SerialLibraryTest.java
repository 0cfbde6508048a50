package io.userports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SerialLibraryTest {
    /** Prints which signals this process ignores and catches, before and after; in a process of its own. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            print();
            SerialLibrary.load();
            print();
        }

        private static void print() throws Exception {
            Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("SigIgn") || line.startsWith("SigCgt"))
                    .forEach(System.out::println);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itLeavesTheSignalsOfTheProcessAsTheyWere() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").replace(':', File.pathSeparatorChar),
                        Child.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> masks = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> Long.parseUnsignedLong(line.replaceAll(".*\\s", ""), 16))
                .toList();
        assertEquals(0, child.waitFor());
        long io = 1L << 28;
        assertEquals(List.of(masks.get(0) | io, masks.get(1)), masks.subList(2, 4));
    }
}
