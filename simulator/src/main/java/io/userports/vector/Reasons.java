package io.userports.vector;

/** The complaint that streams of both ports share. */
final class Reasons {
    static final String TEXT = "a piece that is no telegram has a reason, and a telegram has none";

    private Reasons() {}
}
