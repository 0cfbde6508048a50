package io.userports.meter;

/**
 * Whether the customer lets data out (brochure 6.1): one value for both ports, because the operator switches them
 * together; one port alone cannot be written down.
 */
public enum Consent {
    GIVEN("on"),
    /** Withdrawn or never given: both ports are silent. */
    WITHHELD("off");

    private final String label;

    Consent(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
