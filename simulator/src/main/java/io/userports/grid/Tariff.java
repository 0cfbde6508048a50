package io.userports.grid;

/** The active counter; in Belgium 1 is day and 2 is night, the reverse of the Dutch use (eMUCS-P1 1.7.1). */
public enum Tariff {
    DAY,
    NIGHT;

    /** {@return the number of this counter on P1: 1 or 2} */
    public int number() {
        return ordinal() + 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
