package io.userports.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A symbolic link that we made, and take away again unless somebody else has put another in its place. */
final class OwnSymlink {
    private final Path path;
    private final Path target;

    private OwnSymlink(Path path, Path target) {
        this.path = path;
        this.target = target;
    }

    /** {@return the link, made; one that points nowhere, left over by a program that was killed, is replaced} */
    static OwnSymlink create(Path path, Path target) {
        try {
            if (Files.isSymbolicLink(path)) {
                Path other = Files.readSymbolicLink(path);
                if (!other.equals(target) && Files.exists(path)) {
                    throw LinkException.of("pty:" + path + ": already leads to " + other
                            + "; end the program that made it, or remove it if that is long gone");
                }
                Files.delete(path);
            } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw LinkException.of("pty:" + path + ": is there already and is not a symbolic link; choose another"
                        + " path or remove it");
            }
            Files.createSymbolicLink(path, target);
            return new OwnSymlink(path, target);
        } catch (IOException e) {
            throw LinkException.of(
                    "pty:" + path + ": cannot be made (" + e + "); choose a path in a folder that exists and is yours",
                    e);
        }
    }

    void remove() {
        try {
            if (Files.isSymbolicLink(path) && Files.readSymbolicLink(path).equals(target)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // It then leads nowhere, and whoever wants the path next replaces it.
        }
    }
}
