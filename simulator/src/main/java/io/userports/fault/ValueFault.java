package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.p1.CivilTime;
import io.userports.p1.ObisCode;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of P1 objects that are other ones, odd ones or none, under a CRC that is right. */
public sealed interface ValueFault extends Fault {
    /** {@return the code of the object that is changed} */
    ObisCode object();

    /** {@return the line that stands there instead of {@code line}} */
    String rewrite(String line, Strike strike);

    @Override
    default Set<UserPort> ports() {
        return EnumSet.of(UserPort.P1);
    }

    @Override
    default boolean needsWhole() {
        return true;
    }

    @Override
    default boolean spoils() {
        return false;
    }

    @Override
    default List<Emission> strike(Emission emission, Strike strike) {
        TelegramText telegram = TelegramText.of(emission.octets());
        String line = rewrite(telegram.line(object()), strike);
        return List.of(emission.with(telegram.replaced(object(), line).octets()));
    }

    /** {@return {@code line} with what stands in its {@code group}th parentheses, from 1, replaced} */
    private static String replaced(String line, int group, String by) {
        Matcher groups = Pattern.compile("\\([^()]*\\)").matcher(line);
        for (int i = 1; groups.find(); i++) {
            if (i == group) {
                return line.substring(0, groups.start() + 1) + by + line.substring(groups.end() - 1);
            }
        }
        throw new IllegalArgumentException("'" + line + "' has no group " + group + "; count them from 1");
    }

    /** Another value. */
    @JsonTypeName("set-value")
    @About(
            telegram = "says another value",
            clause = "DSMR 5.0.2 P1 §6.4, field cases M13, M17, M23, M24 and M33",
            receiver = "shows it if it is one, else no value of that object, and keeps all others")
    record SetValue(
            @Parameter(is = "the code of the object, like 1-0:1.7.0") ObisCode object,
            @Parameter(is = "what stands in the parentheses, like 00.123*kW") String to,
            @Parameter(is = "in which parentheses, 1 for the first", usual = "1") int group)
            implements ValueFault {
        @Override
        public String rewrite(String line, Strike strike) {
            return replaced(line, group, to);
        }
    }

    /** No value. */
    @JsonTypeName("empty-value")
    @About(
            telegram = "has an object with nothing in its parentheses",
            clause = "DSMR 5.0.2 P1 §6.4, field cases M13, M16 and M31",
            receiver = "shows no value of it, neither 0 nor the last one, and keeps all others")
    record EmptyValue(@Parameter(is = "the code of the object, like 1-0:1.7.0") ObisCode object) implements ValueFault {
        @Override
        public String rewrite(String line, Strike strike) {
            return object + "()";
        }
    }

    /** A value without its unit. */
    @JsonTypeName("no-unit")
    @About(
            telegram = "has a value without its unit",
            clause = "DSMR 5.0.2 P1 §6.4, field cases M13 and M21",
            receiver = "does not crash, shows the value in its usual unit or none, and keeps all others")
    record NoUnit(@Parameter(is = "the code of the object, like 1-0:1.7.0") ObisCode object) implements ValueFault {
        @Override
        public String rewrite(String line, Strike strike) {
            return line.replaceAll("\\*[A-Za-z0-9]+(?=\\))", "");
        }
    }

    /** A unit without its star. */
    @JsonTypeName("no-star")
    @About(
            telegram = "has a value right before its unit, without the star",
            clause = "DSMR 5.0.2 P1 §6.4, field case M35",
            receiver = "does not crash, shows the value or none, and keeps all others")
    record NoStar(@Parameter(is = "the code of the object, like 1-0:1.7.0") ObisCode object) implements ValueFault {
        @Override
        public String rewrite(String line, Strike strike) {
            return line.replace("*", "");
        }
    }

    /** A value that is too long. */
    @JsonTypeName("oversize-value")
    @About(
            telegram = "has a value of many characters",
            clause = "DSMR 5.0.2 P1 §6.4, field case M23",
            receiver = "holds it or drops it, and keeps all others")
    record OversizeValue(
            @Parameter(is = "the code of the object", usual = "0-0:96.13.0") ObisCode object,
            @Parameter(is = "how many characters, 1 to 10000", usual = "2048") int characters)
            implements ValueFault {
        public OversizeValue {
            if (characters < 1 || characters > 10_000) {
                throw new IllegalArgumentException("a value has 1 to 10000 characters, not " + characters);
            }
        }

        @Override
        public String rewrite(String line, Strike strike) {
            return object + "(" + "54".repeat(characters / 2) + (characters % 2 == 0 ? "" : "5") + ")";
        }
    }

    /** A value over two lines. */
    @JsonTypeName("split-value")
    @About(
            telegram = "has a value on the line after its object",
            clause = "DSMR 5.0.2 P1 §6.2 (never), field case M25",
            receiver = "does not crash, shows no wrong value of it, and keeps all others")
    record SplitValue(@Parameter(is = "the code of the object, like 0-1:24.2.3") ObisCode object)
            implements ValueFault {
        @Override
        public String rewrite(String line, Strike strike) {
            int last = line.lastIndexOf('(');
            return line.substring(0, last) + "\r\n" + line.substring(last);
        }
    }

    /** A clock that shows another time, and goes on from there. */
    @JsonTypeName("set-clock")
    @About(
            telegram = "says another time of the day, which goes on from there",
            clause = "DSMR 5.0.2 P1 §6.4, field cases M17 and M18",
            receiver = "takes the letter S or W for what it says, and draws no figures from times that jump")
    record SetClock(
            @Parameter(is = "where it stands when it is struck first, like 2026-10-25T02:59:55+02:00") Instant to)
            implements ValueFault {
        @Override
        public ObisCode object() {
            return ObisCode.of("0-0:1.0.0");
        }

        @Override
        public String rewrite(String line, Strike strike) {
            return replaced(line, 1, CivilTime.of(to.plusSeconds(strike.nth())));
        }
    }
}
