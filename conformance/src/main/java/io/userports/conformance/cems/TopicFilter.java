package io.userports.conformance.cems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.userports.yaml.Quoted;

/**
 * Which topics are meant: one, or those of an MQTT filter, in which {@code +} stands for one level and {@code #} at the
 * end for all that follow (MQTT 3.1.1 §4.7).
 *
 * @param text as it is written
 */
public record TopicFilter(@JsonValue String text) {
    /** {@return the filter that {@code text} is} */
    @JsonCreator
    public static TopicFilter parse(String text) {
        String[] levels = text.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean wild = levels[i].contains("#") || levels[i].contains("+");
            boolean last = i == levels.length - 1;
            if (text.isEmpty() || wild && levels[i].length() > 1 || levels[i].equals("#") && !last) {
                throw new IllegalArgumentException(Quoted.of(text)
                        + " is no topic; + stands for a whole level and # for the rest at the end, like home/+/power");
            }
        }
        return new TopicFilter(text);
    }

    /** {@return whether {@code topic} is meant} */
    public boolean matches(String topic) {
        String[] wanted = text.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !wanted[i].equals("+") && !wanted[i].equals(levels[i])) {
                // home/# is home too
                return i == levels.length && i == wanted.length - 1 && wanted[i].equals("#");
            }
        }
        return levels.length == wanted.length;
    }

    @Override
    public String toString() {
        return text;
    }
}
