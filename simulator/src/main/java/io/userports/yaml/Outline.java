package io.userports.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What stands where in a file, whatever it means; made in one pass that refuses all YAML which is not plain: keys that
 * stand twice, aliases, tags, a second document, very long or deep values.
 */
final class Outline {
    static final int DEEPEST = 10;
    /** No key of a configuration is half as long; the names of variables may be. */
    private static final int LONGEST_KEY = 100;
    /** Four times the longest text that a meter can carry. */
    private static final int LONGEST = 4096;

    /**
     * One value and its key.
     *
     * @param line where its key stands, or itself in a list
     * @param text a single value as it is written; empty for lists and groups
     * @param kind {@code START_ARRAY}, {@code START_OBJECT}, or the kind of the single value
     */
    record Place(int line, Optional<String> text, JsonToken kind) {}

    private final String name;
    private final Map<JsonPointer, Place> places = new LinkedHashMap<>();

    private Outline(String name) {
        this.name = name;
    }

    /** {@return the outline of what {@code parser} reads}; {@code name} stands for it in complaints. */
    static Outline of(String name, JsonParser parser) throws IOException {
        Outline outline = new Outline(name);
        try {
            outline.read(parser);
        } catch (StreamConstraintsException e) {
            throw outline.at(line(parser), "nested deeper than " + DEEPEST + " levels");
        } catch (JsonProcessingException e) {
            throw outline.at(line(e), "this is not YAML: " + problem(e) + "; check indentation, quotes and brackets");
        }
        return outline;
    }

    /** {@return the value at {@code pointer}, if there is one} */
    Optional<Place> find(JsonPointer pointer) {
        return Optional.ofNullable(places.get(pointer));
    }

    /** {@return the keys of the group at {@code pointer}} */
    List<JsonPointer> keysOf(JsonPointer pointer) {
        return places.keySet().stream().filter(p -> pointer.equals(p.head())).toList();
    }

    /** {@return the line of {@code pointer}, or of the closest thing around it that exists} */
    int line(JsonPointer pointer) {
        JsonPointer at = pointer;
        while (at != null && !places.containsKey(at)) {
            at = at.head();
        }
        return at == null ? 1 : places.get(at).line();
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    private void read(JsonParser parser) throws IOException {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (depth == 0 && !isEmpty()) {
                throw at(line(parser), "a second document begins here; a configuration is one document");
            }
            JsonPointer pointer = parser.getParsingContext().pathAsPointer();
            if (token == JsonToken.FIELD_NAME) {
                key(parser, pointer);
            } else if (!token.isStructEnd()) {
                value(parser, pointer, token);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private void key(JsonParser parser, JsonPointer pointer) throws IOException {
        if (parser.currentName().length() > LONGEST_KEY) {
            throw at(
                    line(parser),
                    "a key of " + parser.currentName().length() + " characters; allowed are at most " + LONGEST_KEY);
        }
        Place first = places.get(pointer);
        if (first != null) {
            throw at(
                    line(parser),
                    "the key " + Quoted.of(parser.currentName()) + " stands here again, first on line " + first.line()
                            + "; keep one");
        }
        places.put(pointer, new Place(line(parser), Optional.empty(), JsonToken.FIELD_NAME));
    }

    private void value(JsonParser parser, JsonPointer pointer, JsonToken token) throws IOException {
        Optional<String> text = token.isScalarValue() ? Optional.of(parser.getText()) : Optional.empty();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw at(line(parser), "'*" + text.orElse("") + "' is an alias; write the value itself");
        }
        if (parser.getTypeId() != null) {
            throw at(line(parser), "a tag (!) stands here; write the value without it");
        }
        if (text.orElse("").length() > LONGEST) {
            throw at(line(parser), "a value of " + text.get().length() + " characters; allowed are at most " + LONGEST);
        }
        int line = find(pointer).map(Place::line).orElse(line(parser));
        places.put(pointer, new Place(line, text, token));
    }

    private InputException at(int line, String message) {
        return InputException.at(name + ":" + line, message);
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static int line(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            return mark.getLine() + 1;
        }
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static String problem(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null) {
            return marked.getProblem().contains("TAB")
                    ? "a tab stands where only blanks may"
                    : marked.getProblem().strip();
        }
        return "a single word is expected as a key";
    }
}
