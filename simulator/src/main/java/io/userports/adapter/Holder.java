package io.userports.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that has a serial port open.
 *
 * @param pid its number
 * @param command its command line, its arguments with spaces between
 */
public record Holder(long pid, String command) {
    private static final Path PROCESSES = Path.of("/proc");
    /** Of a command line in a message; that of a Java program may fill pages. */
    private static final int LONGEST = 120;

    /**
     * {@return who has {@code device} open, under whatever name, this process too}
     *
     * <p>Of the processes of other people only root is told; where there is no {@code /proc}, nobody.
     */
    public static List<Holder> of(String device) {
        List<Holder> holders = new ArrayList<>();
        try {
            Path real = Path.of(device).toRealPath();
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
                for (Path process : processes) {
                    if (hasOpen(process, real)) {
                        holders.add(
                                new Holder(Long.parseLong(process.getFileName().toString()), command(process)));
                    }
                }
            }
        } catch (IOException e) {
            // There is no such device any more, or no such folder.
        }
        return List.copyOf(holders);
    }

    private static boolean hasOpen(Path process, Path device) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path each : open) {
                if (leadsTo(each, device)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended, or is somebody else's.
        }
        return false;
    }

    private static boolean leadsTo(Path descriptor, Path device) {
        try {
            return Files.readSymbolicLink(descriptor).equals(device);
        } catch (IOException e) {
            return false;
        }
    }

    private static String command(Path process) {
        try {
            String words = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return words.replace('\0', ' ').strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** {@return its number and its command in a line; a long one is cut} */
    @Override
    public String toString() {
        String shown = command.length() <= LONGEST ? command : command.substring(0, LONGEST) + "…";
        return "process " + pid + (command.isEmpty() ? "" : ": " + shown);
    }
}
