package io.userports.conformance.reference;

import java.io.IOException;

/** The line by which a CEMS asks for telegrams. */
interface RequestLine {
    /** Where nobody can be asked: a plain socket. */
    RequestLine NONE = asks -> {};

    /** Asserts it or lets it go. */
    void assertIt(boolean asks) throws IOException;
}
