package io.userports.conformance.cems;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * By what a CEMS that was started shows that it is ready: at most one of these; none is awaited when all are left out.
 *
 * @param line a regular expression, found in a line of its standard output or standard error; empty when left out
 * @param http a URL that answers with a status of 200 to 299; empty when left out
 * @param tcp {@code HOST:PORT} that accepts a connection; empty when left out
 */
public record Ready(String line, String http, String tcp) {
    /** Nothing is awaited but what is awaited of every CEMS: that it opens its ports. */
    public static final Ready AT_ONCE = new Ready(null, null, null);

    private static final Pattern ADDRESS = Pattern.compile(".+:(\\{[a-z0-9-]+}|[0-9]{1,5})");

    public Ready {
        line = line == null ? "" : line;
        http = http == null ? "" : http;
        tcp = tcp == null ? "" : tcp;
        if (Stream.of(line, http, tcp).filter(text -> !text.isEmpty()).count() > 1) {
            throw KeyException.of(line.isEmpty() ? "tcp" : "line", "one sign is enough; write line, http or tcp");
        }
        try {
            Pattern.compile(line);
        } catch (PatternSyntaxException e) {
            throw KeyException.of(
                    "line",
                    Quoted.of(line) + " is no regular expression (" + e.getDescription() + "), see java.util.regex");
        }
        Placeholders.check("http", List.of(http));
        Placeholders.check("tcp", List.of(tcp));
        if (!http.isEmpty() && !isUrl(http)) {
            throw KeyException.of("http", Quoted.of(http) + " is no URL; write it like http://{host}:{port}/");
        }
        if (!tcp.isEmpty() && !ADDRESS.matcher(tcp).matches()) {
            throw KeyException.of("tcp", Quoted.of(tcp) + " is no HOST:PORT; write it like {host}:{port}");
        }
    }

    /** {@return why it could not be told which of two that run at the same time is ready, if it could not} */
    Optional<String> fixed() {
        String key = http.isEmpty() ? "tcp" : "http";
        String asked = http + tcp;
        return Optional.of("start.ready." + key + " is fixed, without {port}")
                .filter(why -> !asked.isEmpty() && Placeholders.isFixed(asked));
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text.replaceAll("\\{[a-z0-9-]+}", "1"));
            return List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
