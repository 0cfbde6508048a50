package io.userports.conformance.cems;

/** How long one process of a CEMS serves. */
public enum Lifetime {
    /** A fresh process for every scenario. */
    EACH_SCENARIO("each-scenario"),
    /** One process for the whole run, on wires that stay. */
    WHOLE_RUN("whole-run"),
    /** Nothing is started: the CEMS runs already, as hardware does. */
    EXTERNAL("external");

    private final String written;

    Lifetime(String written) {
        this.written = written;
    }

    /** {@return whether one CEMS, with its wires and the places where it shows its values, serves all scenarios} */
    public boolean isWholeRun() {
        return this != EACH_SCENARIO;
    }

    @Override
    public String toString() {
        return written;
    }
}
