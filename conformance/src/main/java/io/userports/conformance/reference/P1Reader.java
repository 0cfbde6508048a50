package io.userports.conformance.reference;

import io.userports.conformance.cems.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference's side of P1: from octets to values, a telegram at a time. */
final class P1Reader implements PortReader {
    private final Habits habits;
    private final Framing framing;
    private final long freshnessNanos;
    private final Voice voice;
    private long lastGood;
    private boolean asks;

    P1Reader(Habits habits, long freshnessNanos, int timeScale, Voice voice) {
        this.habits = habits;
        this.framing = new Framing(habits, timeScale);
        this.freshnessNanos = freshnessNanos;
        this.voice = voice;
        this.asks = habits.asks();
    }

    @Override
    public void start() {
        voice.show(habits.initial());
        if (habits.tellsThatValuesAreOld()) {
            voice.status("no-data");
        }
    }

    @Override
    public void octets(byte[] octets, int count, long nanos) {
        framing.feed(octets, count, nanos, frame -> received(frame, nanos));
    }

    @Override
    public void tick(long nanos) {
        if (voice.status().equals("receiving") && nanos - lastGood > freshnessNanos && habits.tellsThatValuesAreOld()) {
            voice.status("stale");
            asks &= habits.asksAgain();
        }
    }

    @Override
    public boolean asks() {
        return asks;
    }

    private void received(Frame frame, long nanos) {
        if (!habits.accepts(frame)) {
            voice.event("crc-error");
            return;
        }
        Optional<Map<String, List<String>>> objects = habits.take(frame.objects());
        if (objects.isEmpty()) {
            voice.event("telegram-refused");
            return;
        }
        Map<Quantity, Shown> values = habits.interpret(objects.get());
        lastGood = nanos;
        voice.status("receiving");
        voice.show(values);
        habits.alarm(values).ifPresent(voice::event);
    }
}
