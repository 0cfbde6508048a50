package io.userports.vector;

import java.util.List;

/** One test: octets and what a receiver makes of them; a record for every shape of file. */
public sealed interface Vector {
    /** {@return the slug that names this test, unique over all files and never changed} */
    String id();

    /** {@return what it is, in a few words} */
    String comment();

    /** {@return the octets as they come over the line} */
    byte[] octets();

    /** A test that says what a receiver has to make of its octets. */
    sealed interface Judged extends Vector permits P1Vector, P1Stream, S1Vector, S1Stream {
        /** {@return what is special about it; the file's notes explain each} */
        List<String> flags();

        /** {@return the clauses it follows from} */
        List<String> clauses();

        /** {@return the entries of the list of malformations, M01 to M35 and S01 to S54; may be empty} */
        List<String> cases();

        /** {@return faults that make such octets, as on a command line, in order; may be empty} */
        List<String> faults();

        /** {@return the id of the valid vector of which they make exactly these octets; empty where chance has a part} */
        String of();

        Result result();
    }

    /** The checksum of a few octets. */
    sealed interface Check extends Vector permits P1Crc, S1Fcs {
        /** {@return the checksum as it stands on the line, four upper-case hexadecimal digits} */
        String checksum();
    }
}
