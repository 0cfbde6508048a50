package io.userports.conformance.check;

/** A check that does not hold: the fault of the CEMS, with the facts. */
public final class Failure extends AssertionError {
    private final transient Finding finding;

    private Failure(Finding finding) {
        super(String.join(System.lineSeparator(), finding.lines()));
        this.finding = finding;
    }

    /** {@return a failure with these facts} */
    public static Failure of(Finding finding) {
        return new Failure(finding);
    }

    /** {@return the facts} */
    public Finding finding() {
        return finding;
    }
}
