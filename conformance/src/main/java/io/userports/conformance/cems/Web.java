package io.userports.conformance.cems;

import io.userports.yaml.KeyException;
import io.userports.yaml.Quoted;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Addresses and headers, as far as they can be checked before they are used. */
final class Web {
    private static final URI ANYWHERE = URI.create("http://127.0.0.1/");

    /** In the names of headers that let somebody in. */
    private static final Pattern SECRET =
            Pattern.compile("authorization|cookie|api-?key|token", Pattern.CASE_INSENSITIVE);

    private Web() {}

    /** {@return {@code headers}, none when left out}; refuses them, or {@code url} when it is none of {@code schemes}. */
    static Map<String, String> check(String url, Map<String, String> headers, String... schemes) {
        String example = schemes[0] + "://127.0.0.1:8080/data";
        KeyException.require(url, "url", "an address like " + example);
        Placeholders.check("url", List.of(url));
        Secrets.check("url", url);
        if (!isAddress(url.replaceAll("\\{[^}]*}", "0"), List.of(schemes))) {
            throw KeyException.of("url", Quoted.of(url) + " is no address; write one like " + example);
        }
        Map<String, String> given = headers == null ? Map.of() : Map.copyOf(headers);
        given.forEach((name, value) -> {
            if (SECRET.matcher(name).find()) {
                Secrets.require("headers." + name, value);
            }
            Secrets.check("headers", value);
            try {
                HttpRequest.newBuilder(ANYWHERE).header(name, value.replaceAll("\\{[^}]*}", "0"));
            } catch (IllegalArgumentException e) {
                throw KeyException.of("headers", Quoted.of(name) + " cannot be sent as a header: " + e.getMessage());
            }
        });
        return given;
    }

    private static boolean isAddress(String url, List<String> schemes) {
        try {
            URI uri = URI.create(url);
            return uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
