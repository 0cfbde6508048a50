package io.userports.grid;

/** The state of a breaker or a valve (DSMR 5.0.2 P1 §6.12, COSEM class 70). */
public enum SwitchState {
    DISCONNECTED("disconnected"),
    CONNECTED("connected"),
    /** The customer may press the button now. */
    READY("ready to reconnect");

    private final String label;

    SwitchState(String label) {
        this.label = label;
    }

    /** {@return the digit that stands for this state on P1} */
    public String digit() {
        return Integer.toString(ordinal());
    }

    @Override
    public String toString() {
        return label;
    }
}
