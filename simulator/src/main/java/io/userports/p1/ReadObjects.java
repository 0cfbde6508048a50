package io.userports.p1;

import io.userports.grid.Edition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The objects of one telegram as they were read, with what the catalogue knows of each. */
final class ReadObjects {
    private static final int CHANNELS = 5;
    private static final int KINDS = P1Object.values().length;

    private final List<DataObject> objects = new ArrayList<>(64);
    private final List<Position> positions = new ArrayList<>(64);
    private final List<P1Object> kinds = new ArrayList<>(64);
    private final List<Fit> fits = new ArrayList<>(64);
    /** By kind and channel: one more than the index of the object, 0 when there is none. */
    private final int[] slots = new int[KINDS * CHANNELS];

    private final Set<ObisCode> unknown = new HashSet<>(0);
    private Edition edition;

    /** Adds an object; false when its code was there before. */
    boolean add(DataObject object, Position position) {
        P1Object kind = P1Object.of(object.code()).orElse(null);
        objects.add(object);
        positions.add(position);
        kinds.add(kind);
        if (kind == null) {
            return unknown.add(object.code());
        }
        int slot = slot(kind, object.code().b());
        boolean first = slots[slot] == 0;
        slots[slot] = first ? objects.size() : slots[slot];
        return first;
    }

    List<DataObject> objects() {
        return objects;
    }

    List<Position> positions() {
        return positions;
    }

    int size() {
        return objects.size();
    }

    DataObject object(int index) {
        return objects.get(index);
    }

    Position position(int index) {
        return positions.get(index);
    }

    /** {@return the constant of the object, null when there is none; a register is that of its channel's device type} */
    P1Object kind(int index) {
        P1Object kind = kinds.get(index);
        if (kind != P1Object.GAS_VOLUME && kind != P1Object.WATER_VOLUME) {
            return kind;
        }
        ObisCode code = objects.get(index).code();
        return P1Object.of(code, value(P1Object.DEVICE_TYPE, code.b())).orElse(null);
    }

    /** Notes how well the next object's values fit; in the order of the objects. */
    void addFit(Fit fit) {
        fits.add(fit);
    }

    boolean has(P1Object kind) {
        return has(kind, 0);
    }

    boolean has(P1Object kind, int channel) {
        return find(kind, channel) >= 0;
    }

    /** {@return the index of the first object of {@code kind} on {@code channel}, or -1} */
    int find(P1Object kind, int channel) {
        return slots[slot(kind, channel)] - 1;
    }

    /** {@return where the object stands; the telegram's start when it is absent} */
    Position positionOf(P1Object kind) {
        int index = find(kind, 0);
        return index < 0 ? Position.START : positions.get(index);
    }

    /** {@return the first value of the object, empty when it is absent} */
    String value(P1Object kind, int channel) {
        int index = find(kind, channel);
        return index < 0 ? "" : objects.get(index).values().get(0);
    }

    /** {@return the number of a well-formed object in thousandths} */
    OptionalLong thousandths(P1Object kind) {
        int index = find(kind, 0);
        return index < 0 || fits.get(index).compareTo(Fit.OTHER_SHAPE) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(ValueFormat.Decimal.thousandths(
                        objects.get(index).values().get(0)));
    }

    /** {@return the edition to judge by: the announced one or the last before it; else the one whose objects are here} */
    Edition edition() {
        if (edition == null) {
            edition = Edition.upTo(value(P1Object.EDITION, 0)).orElseGet(this::newestNeeded);
        }
        return edition;
    }

    private Edition newestNeeded() {
        Edition newest = Edition.values()[0];
        for (P1Object kind : kinds) {
            if (kind != null && !kind.knownIn(newest)) {
                newest = kind.since();
            }
        }
        return newest;
    }

    private static int slot(P1Object kind, int channel) {
        return kind.ordinal() * CHANNELS + (kind.presence().ofSubMeter() ? channel : 0);
    }
}
