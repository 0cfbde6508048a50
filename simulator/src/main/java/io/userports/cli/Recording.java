package io.userports.cli;

import io.userports.yaml.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Octets as they were recorded, in a file or on standard input.
 *
 * @param file its path; {@code -} is standard input
 */
record Recording(String file, InputStream standardInput) {
    static final String STANDARD_INPUT = "-";

    private static final int CHUNK = 64 * 1024;

    /** What is done with each chunk, before what it led to is flushed. */
    interface Chunks {
        void take(byte[] octets, int count);
    }

    /** Reads chunk by chunk until the octets end, or until nobody reads {@code out} any more. */
    void read(PrintWriter out, Chunks chunks) {
        try (InputStream in = open()) {
            byte[] chunk = new byte[CHUNK];
            int count = in.read(chunk);
            while (count >= 0 && isRead(out)) {
                chunks.take(chunk, count);
                out.flush();
                count = in.read(chunk);
            }
        } catch (NoSuchFileException e) {
            throw InputException.at(file, "no such file; give a recording, or - for standard input");
        } catch (AccessDeniedException e) {
            throw InputException.at(file, "may not be read; check its permissions");
        } catch (IOException e) {
            throw InputException.at(file, "cannot be read: " + e.getMessage());
        }
    }

    private InputStream open() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return standardInput;
        }
        if (Files.isDirectory(Path.of(file))) {
            throw InputException.at(file, "is a directory; give a recording, or - for standard input");
        }
        return Files.newInputStream(Path.of(file));
    }

    /** Standard output keeps its errors to itself; a reader that has gone, as head does, ends the work quietly. */
    private static boolean isRead(PrintWriter out) {
        return !out.checkError() && !System.out.checkError();
    }
}
