package io.userports.conformance.bench;

import io.userports.conformance.cems.Cems;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever can bring a CEMS to life on the ports of a meter. */
@FunctionalInterface
public interface CemsStarter {
    /**
     * Where a CEMS finds the ports.
     *
     * @param p1 a device or {@code HOST:PORT}; empty when there is none
     * @param s1 the same
     * @param s1BitRate of the line of S1
     */
    record Sockets(String p1, String s1, int s1BitRate) {
        // The path of a device may hold colons too, but an address has no slash.
        private static final Pattern ADDRESS = Pattern.compile("([^/]+):([0-9]{1,5})");

        /** {@return what stands for each placeholder that speaks of the ports} */
        public Map<String, String> placeholders() {
            return Map.of(
                    "{p1}",
                    p1,
                    "{p1-host}",
                    part(p1, 1),
                    "{p1-port}",
                    part(p1, 2),
                    "{s1}",
                    s1,
                    "{s1-host}",
                    part(s1, 1),
                    "{s1-port}",
                    part(s1, 2),
                    "{s1-bit-rate}",
                    Integer.toString(s1BitRate));
        }

        private static String part(String socket, int group) {
            Matcher address = ADDRESS.matcher(socket);
            return address.matches() ? address.group(group) : "";
        }
    }

    /** {@return a CEMS that was told to read these ports} */
    Cems start(Sockets sockets);
}
