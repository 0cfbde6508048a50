package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.p1.ObisCode;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Objects of P1 that come, go and move, under a CRC that is right (brochure 4.5.1). */
public sealed interface ObjectFault extends Fault {
    /** {@return the telegram that leaves instead} */
    TelegramText apply(TelegramText telegram, SplittableRandom random);

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
        return List.of(emission.with(
                apply(TelegramText.of(emission.octets()), strike.random()).octets()));
    }

    /** An object more. */
    @JsonTypeName("add-object")
    @About(
            telegram = "has an object more",
            clause = "brochure 4.5.1, field case M22",
            receiver = "ignores it if unknown, and keeps every value that it knows")
    record AddObject(
            @Parameter(is = "the line, like 1-0:199.7.0(00.123*kW)") String object,
            @Parameter(is = "first, last, before or after another one", usual = "last") Where place,
            @Parameter(is = "the code of the other one, like 1-0:1.7.0", usual = "none") Optional<ObisCode> beside)
            implements ObjectFault {
        public AddObject {
            place.check(beside);
        }

        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            return telegram.with(place.put(object, telegram, beside));
        }
    }

    /** An object in another place. */
    @JsonTypeName("move-object")
    @About(
            telegram = "has an object in another place",
            clause = "brochure 4.5.1, DSMR 5.0.2 P1 §6.13, field case M22",
            receiver = "finds it by its code")
    record MoveObject(
            @Parameter(is = "its code, like 1-0:1.7.0") ObisCode object,
            @Parameter(is = "first, last, before or after another one", usual = "last") Where place,
            @Parameter(is = "the code of the other one", usual = "none") Optional<ObisCode> beside)
            implements ObjectFault {
        public MoveObject {
            place.check(beside);
        }

        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            TelegramText rest = telegram.without(object);
            return rest.with(place.put(telegram.line(object), rest, beside));
        }
    }

    /** An object less, which no operator may do. */
    @JsonTypeName("remove-object")
    @About(
            telegram = "lacks an object",
            clause = "brochure 4.5.1 (never removed), field case M34",
            receiver = "shows no value of it, neither 0 nor the last one as if it were new, and keeps all others")
    record RemoveObject(@Parameter(is = "its code, like 1-0:1.7.0") ObisCode object) implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            return telegram.without(object);
        }
    }

    /** An object that stands twice. */
    @JsonTypeName("repeat-object")
    @About(
            telegram = "has an object twice",
            clause = "DSMR 5.0.2 P1 §6.12, field case M02",
            receiver = "shows one of the two or none, and keeps all others")
    record RepeatObject(
            @Parameter(is = "its code, like 1-0:1.7.0") ObisCode object,
            @Parameter(is = "its values the second time, like (00.999*kW)", usual = "the same") Optional<String> with)
            implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            String again = with.map(values -> object + values).orElseGet(() -> telegram.line(object));
            return telegram.with(Where.AFTER.put(again, telegram, Optional.of(object)));
        }
    }

    /** An object under another code. */
    @JsonTypeName("rename-object")
    @About(
            telegram = "has an object under another code",
            clause = "DSMR 5.0.2 P1 §6.12",
            receiver = "does not show it under the old one, and keeps all others")
    record RenameObject(
            @Parameter(is = "its code, like 1-0:1.7.0") ObisCode object, @Parameter(is = "the other code") ObisCode to)
            implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            String line = telegram.line(object);
            return telegram.replaced(object, to + line.substring(line.indexOf('(')));
        }
    }

    /** Another line in the place of one. */
    @JsonTypeName("replace-object")
    @About(
            telegram = "has another line in the place of an object",
            clause = "DSMR 5.0.2 P1 §6.4, field cases M13 to M25",
            receiver = "reads it if it is legible, else shows no value of it, and keeps all others")
    record ReplaceObject(
            @Parameter(is = "its code, like 1-0:1.7.0") ObisCode object,
            @Parameter(is = "the whole line that stands there instead") String by)
            implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            return telegram.replaced(object, by);
        }
    }

    /** All objects upside down. */
    @JsonTypeName("reverse-objects")
    @About(
            telegram = "has its objects in reverse order",
            clause = "brochure 4.5.1, DSMR 5.0.2 P1 §6.13, field case M22",
            receiver = "finds each by its code")
    record ReverseObjects() implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            List<String> lines = new ArrayList<>(telegram.lines());
            Collections.reverse(lines);
            return telegram.with(lines);
        }
    }

    /** All objects in an order drawn anew for each telegram. */
    @JsonTypeName("shuffle-objects")
    @About(
            telegram = "has its objects in another order",
            clause = "brochure 4.5.1, DSMR 5.0.2 P1 §6.13, field case M22",
            receiver = "finds each by its code")
    record ShuffleObjects() implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            List<String> lines = new ArrayList<>(telegram.lines());
            for (int i = lines.size() - 1; i > 0; i--) {
                Collections.swap(lines, i, random.nextInt(i + 1));
            }
            return telegram.with(lines);
        }
    }

    /** The blocks of the sub-meters before everything else. */
    @JsonTypeName("sub-meters-first")
    @About(
            telegram = "has its sub-meters before everything else",
            clause = "brochure 4.5.1, DSMR 5.0.2 P1 §6.13, field case M22",
            receiver = "finds each object by its code")
    record SubMetersFirst() implements ObjectFault {
        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            Predicate<String> ofSubMeter = line -> line.matches("0-[1-9]:(?!96\\.3\\.).*");
            List<String> lines = new ArrayList<>(telegram.lines());
            lines.sort(Comparator.comparing(ofSubMeter::test).reversed());
            return telegram.with(lines);
        }
    }

    /** Unknown objects at the end, as long as it takes. */
    @JsonTypeName("grow")
    @About(
            telegram = "has unknown objects at its end, up to a length",
            clause = "brochure 4.5.1, DSMR 5.0.2 P1 §6.2, field case M03",
            receiver = "holds it all, and keeps every value that it knows")
    record Grow(@Parameter(is = "octets of the whole telegram, up to 11520") int to) implements ObjectFault {
        private static final int LONGEST_VALUE = 1024;
        private static final int LONGEST_TELEGRAM = 11_520;
        /** Code, parentheses and line end of one filling object, with a number of one digit. */
        private static final int FRAME = "0-0:96.99.0()\r\n".length();

        public Grow {
            if (to > LONGEST_TELEGRAM) {
                throw new IllegalArgumentException(
                        "a second of the line has " + LONGEST_TELEGRAM + " octets, not " + to);
            }
        }

        @Override
        public TelegramText apply(TelegramText telegram, SplittableRandom random) {
            int missing = to - telegram.octets().length;
            List<String> lines = new ArrayList<>(telegram.lines());
            for (int e = 0; missing >= frame(e); e++) {
                int object = missing > LONGEST_VALUE + 2 * frame(e) ? LONGEST_VALUE : missing;
                lines.add("0-0:96.99." + e + "(" + "A".repeat(object - frame(e)) + ")");
                missing -= object;
            }
            if (missing != 0) {
                throw new IllegalArgumentException(
                        "a telegram of " + (to - missing) + " octets cannot be brought to " + to + " by whole objects");
            }
            return telegram.with(lines);
        }

        private static int frame(int e) {
            return FRAME + (e > 9 ? 1 : 0);
        }
    }
}
