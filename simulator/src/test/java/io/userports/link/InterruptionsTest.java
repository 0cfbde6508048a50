package io.userports.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InterruptionsTest {
    @Test
    void every_interruption_is_counted_and_the_last_hundred_are_told() {
        Interruptions interruptions = new Interruptions("the cable");
        for (int i = 1; i <= 250; i++) {
            interruptions.begin("is out " + i);
            interruptions.end("was out " + i);
        }
        List<String> last = IntStream.rangeClosed(151, 250)
                .mapToObj(i -> "the cable was out " + i)
                .toList();
        assertEquals(250, interruptions.count());
        assertEquals(last, interruptions.last());
        assertEquals(Optional.empty(), interruptions.lasting());
    }
}
