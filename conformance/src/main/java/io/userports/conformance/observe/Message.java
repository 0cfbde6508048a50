package io.userports.conformance.observe;

/**
 * A text that came from a CEMS.
 *
 * @param topic the MQTT topic, or the name of a server-sent event; else empty
 * @param text what it says
 */
record Message(String topic, String text) {
    /** {@return {@code text} from a place that has no topics} */
    static Message of(String text) {
        return new Message("", text);
    }
}
