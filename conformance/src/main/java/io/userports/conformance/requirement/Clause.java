package io.userports.conformance.requirement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a document that asks something of a CEMS, like {@code BR-4.5.1}.
 *
 * @param tag the document's short name, a hyphen, the number as the document writes it
 */
public record Clause(String tag) {
    /** What stands before a clause tag that belongs to a scenario. */
    public static final String PREFIX = "@clause:";

    private static final Map<String, String> DOCUMENTS = documents();
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");

    /** {@return the clause}; a document that is not known here is an {@link IllegalArgumentException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Clause {
        String document = document(tag);
        if (document.isEmpty()
                || !NUMBER.matcher(tag.substring(document.length())).matches()) {
            throw new IllegalArgumentException("'" + tag + "' is not a clause; write one of "
                    + DOCUMENTS.keySet().stream().map(d -> d + "…").collect(Collectors.joining(", ")));
        }
    }

    /** {@return this clause as one says it, like {@code brochure 4.5.1}} */
    public String inWords() {
        String document = document(tag);
        return DOCUMENTS.get(document) + " " + tag.substring(document.length()).replace('-', ' ');
    }

    @Override
    @JsonValue
    public String toString() {
        return tag;
    }

    private static String document(String tag) {
        return DOCUMENTS.keySet().stream().filter(tag::startsWith).findFirst().orElse("");
    }

    private static Map<String, String> documents() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("BR-", "brochure");
        names.put("DSMR-", "DSMR 5.0.2 P1");
        names.put("EMUCS-P1-", "eMUCS-P1");
        names.put("EMUCS-H-", "e-MUCS H 1.3");
        names.put("ISO13239-", "ISO/IEC 13239");
        names.put("FIELD-", "field case");
        return names;
    }
}
