package io.userports.conformance.doctor;

/** What came of one look at a bench. */
public sealed interface Result {
    /** {@return what was found, with its figure} */
    String found();

    /** All well. */
    record Fine(String found) implements Result {}

    /**
     * Nothing that keeps anybody from testing, but worth knowing.
     *
     * @param remedy what to do about it
     */
    record Note(String found, String remedy) implements Result {}

    /**
     * The bench is not fit.
     *
     * @param remedy what to do about it
     */
    record Finding(String found, String remedy) implements Result {
        /** {@return the finding of a complaint that has its remedy behind its first semicolon} */
        static Finding of(String complaint) {
            int end = complaint.indexOf("; ");
            return end < 0
                    ? new Finding(complaint, "correct that")
                    : new Finding(complaint.substring(0, end), complaint.substring(end + 2));
        }
    }

    /** {@return {@code ok}, {@code note} or {@code finding}} */
    default String word() {
        return this instanceof Fine ? "ok" : this instanceof Note ? "note" : "finding";
    }

    /** {@return what to do about it; empty when it is fine} */
    default String remedy() {
        if (this instanceof Note note) {
            return note.remedy();
        }
        return this instanceof Finding finding ? finding.remedy() : "";
    }
}
