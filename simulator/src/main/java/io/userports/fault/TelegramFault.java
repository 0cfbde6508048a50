package io.userports.fault;

import io.userports.p1.DataObject;
import io.userports.p1.ObisCode;
import io.userports.p1.P1Codec;
import io.userports.p1.Telegram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** A change of the telegram; what comes out is encoded as any other, with a CRC that is right. */
public sealed interface TelegramFault extends Fault {
    /** {@return the changed telegram} */
    Telegram apply(Telegram telegram, SplittableRandom random);

    /** Where an object is put. */
    enum Place {
        FIRST,
        LAST,
        BEFORE,
        AFTER
    }

    /**
     * An object more (brochure 4.5.1).
     *
     * @param object any object, known or not
     * @param place first, last, or beside the object named by {@code anchor}
     * @param anchor the code of the object beside which it is put; its own code for first and last
     */
    record AddObject(DataObject object, Place place, ObisCode anchor) implements TelegramFault {
        @Override
        public Telegram apply(Telegram telegram, SplittableRandom random) {
            List<DataObject> objects = new ArrayList<>(telegram.objects());
            objects.add(
                    switch (place) {
                        case FIRST -> 0;
                        case LAST -> objects.size();
                        case BEFORE -> indexOf(telegram, anchor);
                        case AFTER -> indexOf(telegram, anchor) + 1;
                    },
                    object);
            return telegram.with(objects);
        }
    }

    /** Another object in the place of the one of that code. */
    record ReplaceObject(ObisCode code, DataObject object) implements TelegramFault {
        @Override
        public Telegram apply(Telegram telegram, SplittableRandom random) {
            List<DataObject> objects = new ArrayList<>(telegram.objects());
            objects.set(indexOf(telegram, code), object);
            return telegram.with(objects);
        }
    }

    /** All objects in reverse order. */
    record ReverseObjects() implements TelegramFault {
        @Override
        public Telegram apply(Telegram telegram, SplittableRandom random) {
            List<DataObject> objects = new ArrayList<>(telegram.objects());
            Collections.reverse(objects);
            return telegram.with(objects);
        }
    }

    /** All objects in an order drawn anew for each telegram. */
    record ShuffleObjects() implements TelegramFault {
        @Override
        public Telegram apply(Telegram telegram, SplittableRandom random) {
            List<DataObject> objects = new ArrayList<>(telegram.objects());
            for (int i = objects.size() - 1; i > 0; i--) {
                Collections.swap(objects, i, random.nextInt(i + 1));
            }
            return telegram.with(objects);
        }
    }

    /** The blocks of the sub-meters before everything else. */
    record SubMetersFirst() implements TelegramFault {
        @Override
        public Telegram apply(Telegram telegram, SplittableRandom random) {
            Predicate<DataObject> ofSubMeter = o -> o.code().a() == 0
                    && o.code().b() > 0
                    && !(o.code().c() == 96 && o.code().d() == 3);
            List<DataObject> objects = new ArrayList<>(telegram.objects());
            objects.sort(Comparator.comparing(ofSubMeter::test).reversed());
            return telegram.with(objects);
        }
    }

    /** Unknown objects at the end, as long as it takes to make a telegram of {@code octets} octets. */
    record GrowTo(int octets) implements TelegramFault {
        private static final ObisCode FILLER = ObisCode.of("0-0:96.99.0");
        private static final int LONGEST_VALUE = 1024;
        /** Code, parentheses and line end of one filling object. */
        private static final int FRAME = FILLER.toString().length() + 4;

        @Override
        public Telegram apply(Telegram telegram, SplittableRandom random) {
            int missing = octets - P1Codec.encode(telegram).length;
            List<DataObject> objects = new ArrayList<>(telegram.objects());
            for (int e = 0; missing >= FRAME; e++) {
                int object = missing > LONGEST_VALUE + 2 * FRAME ? LONGEST_VALUE : missing;
                ObisCode code = new ObisCode(FILLER.a(), FILLER.b(), FILLER.c(), FILLER.d(), e);
                objects.add(DataObject.of(code, "A".repeat(object - FRAME)));
                missing -= object;
            }
            if (missing != 0) {
                throw new IllegalArgumentException("a telegram of " + (octets - missing)
                        + " octets cannot be brought to " + octets + " by whole objects");
            }
            return telegram.with(objects);
        }
    }

    private static int indexOf(Telegram telegram, ObisCode code) {
        for (int i = 0; i < telegram.objects().size(); i++) {
            if (telegram.objects().get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the telegram has no object " + code + "; it has "
                + telegram.objects().stream().map(o -> o.code().toString()).toList());
    }
}
