package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import io.userports.p1.DataObject;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.ObisCode;
import io.userports.p1.Rule;
import io.userports.p1.Severity;
import io.userports.p1.Telegram;
import io.userports.p1.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one telegram says about each quantity, with all that can be read in more ways than one. */
final class Disputes {
    /** Broken by one object alone, they leave its value in doubt and no other. */
    private static final Set<Rule> OF_AN_OBJECT =
            EnumSet.of(Rule.R03, Rule.R04, Rule.R07, Rule.R10, Rule.R11, Rule.R12, Rule.R13);

    private static final Set<Quantity> OF_A_GAS_METER = EnumSet.of(Quantity.GAS_VALVE, Quantity.GAS_ID);

    private static final Pattern CODE = Pattern.compile("\\d{1,3}-\\d{1,3}:\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern FIRST_CODE = Pattern.compile("(?m)^" + CODE);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final String text;
    private final DecodedTelegram decoded;
    /** The lines that are not as they should be, by the object that they belong to. */
    private final Map<ObisCode, String> broken = new HashMap<>();

    private Disputes(byte[] octets, DecodedTelegram decoded) {
        this.text = new String(octets, StandardCharsets.ISO_8859_1);
        this.decoded = decoded;
        for (Violation violation : decoded.findings()) {
            // A time with the wrong letter in a history is a warning, and yet nobody knows which month it was.
            boolean grave = violation.level() == Severity.ERROR
                    || violation.level() == Severity.WARNING && violation.rule() == Rule.R11;
            if (grave && OF_AN_OBJECT.contains(violation.rule())) {
                note(violation.offset());
            }
        }
    }

    /** {@return what {@code octets}, which were read as {@code decoded}, say about every quantity that they speak of} */
    static Map<Quantity, Said> says(byte[] octets, DecodedTelegram decoded) {
        Disputes disputes = new Disputes(octets, decoded);
        List<Telegram> readings = disputes.readings();
        Map<Quantity, Said> says = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            Set<String> values = new LinkedHashSet<>();
            boolean orNothing = false;
            for (Telegram reading : readings) {
                Optional<String> value = quantity.in(reading);
                value.ifPresent(values::add);
                if (value.isEmpty()) {
                    orNothing = true;
                    values.addAll(quantity.ofUnread(reading));
                }
            }
            Said said = disputes.said(quantity, values, orNothing);
            if (!said.equals(Said.NOTHING)) {
                says.put(quantity, said);
            }
        }
        return says;
    }

    private Said said(Quantity quantity, Set<String> values, boolean orNothing) {
        // The first S210 had blanks there (field case M24): no edition at all, and no error to decode by.
        boolean disputed = quantity == Quantity.EDITION && !values.stream().allMatch(v -> v.matches("\\d{5}"));
        // Which characters octets above 7F are nobody has said.
        boolean unclear = quantity == Quantity.TEXT
                && values.stream().anyMatch(v -> v.chars().anyMatch(c -> c > 0x7F));
        disputed |= unclear;
        for (Map.Entry<ObisCode, String> line : broken.entrySet()) {
            if (quantity.needs(line.getKey())) {
                disputed = true;
                unclear |= !quantity.comesFrom(line.getKey()) || quantity.isOfTwo();
                addNumbers(line.getValue(), quantity, values);
            }
        }
        if (!disputed) {
            // A gas meter whose reading is in doubt may have been taken for none.
            boolean unread = OF_A_GAS_METER.contains(quantity)
                    && broken.keySet().stream().anyMatch(Quantity.GAS_VOLUME::comesFrom);
            return orNothing || unread && !values.isEmpty() ? Said.disputed(values) : Said.of(values);
        }
        return unclear || quantity.unit().isEmpty() ? Said.anything(values) : Said.disputed(values);
    }

    /** Of an object that stands more than once, each time may count: the telegram is read with each of them first. */
    private List<Telegram> readings() {
        Telegram telegram = decoded.telegram();
        List<Telegram> readings = new ArrayList<>(List.of(telegram));
        Set<ObisCode> seen = new LinkedHashSet<>();
        List<DataObject> again = new ArrayList<>();
        for (DataObject object : telegram.objects()) {
            if (!seen.add(object.code())) {
                again.add(object);
                readings.add(with(List.of(object)));
            }
        }
        if (again.size() > 1) {
            readings.add(with(again));
        }
        return readings;
    }

    /** {@return the telegram with {@code first} before all others, the last of them at the very front} */
    private Telegram with(List<DataObject> first) {
        List<DataObject> objects = new ArrayList<>(decoded.telegram().objects());
        first.forEach(object -> objects.add(0, object));
        return decoded.telegram().with(objects);
    }

    /** A line that does not begin with a code belongs to the object before it: its value stands on two lines. */
    private void note(int offset) {
        int start = offset;
        while (start > 0 && !isLineEnd(start - 1)) {
            start--;
        }
        int end = offset;
        while (end < text.length() && !isLineEnd(end)) {
            end++;
        }
        String line = text.substring(Math.min(start, end), end);
        code(line)
                .or(() -> line.startsWith("(") ? codeBefore(offset) : Optional.empty())
                .ifPresent(code -> broken.merge(code, line, (one, more) -> one + more));
    }

    private boolean isLineEnd(int at) {
        return text.charAt(at) == '\r' || text.charAt(at) == '\n';
    }

    private Optional<ObisCode> codeBefore(int offset) {
        Optional<ObisCode> before = Optional.empty();
        for (Matcher code = FIRST_CODE.matcher(text).region(0, offset); code.find(); ) {
            before = ObisCode.parse(code.group());
        }
        return before;
    }

    private static Optional<ObisCode> code(String line) {
        Matcher code = CODE.matcher(line);
        return code.lookingAt() ? ObisCode.parse(code.group()) : Optional.empty();
    }

    /** Adds what stands in the groups of {@code line}, in the unit that is written there too, and every run of digits but 0. */
    private static void addNumbers(String line, Quantity quantity, Set<String> values) {
        String groups = CODE.matcher(line).replaceFirst("");
        for (String group : groups.split("[()]+")) {
            int star = group.lastIndexOf('*');
            if (star >= 0) {
                values.add(quantity.canonical(group.substring(0, star), group.substring(star + 1)));
            }
            if (!group.isEmpty()) {
                values.add(quantity.canonical(star < 0 ? group : group.substring(0, star)));
            }
        }
        for (Matcher number = NUMBER.matcher(groups); number.find(); ) {
            String value = quantity.canonical(number.group());
            if (!value.equals("0")) {
                values.add(value);
            }
        }
    }
}
