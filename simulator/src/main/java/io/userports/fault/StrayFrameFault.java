package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.s1.Fcs;
import io.userports.s1.S1Codec;
import io.userports.s1.S1Frame;
import io.userports.s1.S1Info;
import io.userports.s1.S1Layout;
import io.userports.wire.Emission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Frames of S1 that are something else than a telegram of today, before one or in its place. */
public sealed interface StrayFrameFault extends FrameFault {
    /** A good frame of another length before the telegram. */
    @JsonTypeName("other-frame")
    @About(
            telegram = "comes after a good frame that is no telegram",
            clause = "ISO/IEC 13239 §4.2: any length up to 2047",
            receiver = "skips the frame within bounded memory, and reads the telegram")
    record OtherFrame(@Parameter(is = "octets between its flags, 6 to 2047", usual = "2047") int length)
            implements StrayFrameFault {
        private static final int LEAST = 6;
        private static final int MOST = 2047;

        public OtherFrame {
            if (length < LEAST || length > MOST) {
                throw new IllegalArgumentException("a frame has 6 to 2047 octets between its flags, not " + length);
            }
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            byte[] both = new byte[length + 2 + telegram.length];
            both[0] = FLAG;
            both[1] = (byte) (0x80 | length >> 8);
            both[2] = (byte) length;
            both[3] = (byte) 0xFF;
            both[4] = 0x03;
            Fcs.put(both, 1, length - 1);
            both[length + 1] = FLAG;
            System.arraycopy(telegram, 0, both, length + 2, telegram.length);
            return both;
        }
    }

    /** Other octets in the place of the telegram whose number they have. */
    @JsonTypeName("stand-in")
    @About(
            telegram = "gives its place to other octets, if they have its number or none",
            clause = "brochure 5.3: anything may come in over a line",
            receiver = "makes of them what they are, and reads the next telegram")
    record StandIn(@Parameter(is = "the octets, in hexadecimal; as many as a telegram has its number") Octets by)
            implements StrayFrameFault {
        private static final int NUMBER = S1Layout.EMUCS_H_1_3.offsetOf("seq", 0);

        @Override
        public boolean needsWhole() {
            return false;
        }

        @Override
        public List<Emission> strike(Emission emission, Strike strike) {
            byte[] own = emission.octets();
            byte[] other = by.toArray();
            boolean fits = own.length == S1Layout.EMUCS_H_1_3.octets()
                    && (other.length != own.length || other[NUMBER] == own[NUMBER]);
            return List.of(fits ? emission.with(apply(own, strike)) : emission);
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            return by.toArray();
        }
    }

    /** The same in a layout that nobody has published. */
    @JsonTypeName("layout")
    @About(
            telegram = "is of a layout that nobody has published",
            clause = "e-MUCS H 1.3 §4.3, DataFormatVersion; the layouts are made up",
            receiver = "skips it by its length, keeps in step, and shows nothing of it")
    record Layout(@Parameter(is = "longer, batched or reordered", usual = "longer") Name name)
            implements StrayFrameFault {
        /** Which layout. */
        public enum Name {
            /** Four octets more, version 1. */
            LONGER(S1Layout.LONGER),
            /** Ten samples in each, version 2. */
            BATCHED(S1Layout.BATCHED),
            /** As long as today's, version 3. */
            REORDERED(S1Layout.REORDERED);

            private final S1Layout layout;

            Name(S1Layout layout) {
                this.layout = layout;
            }

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public byte[] apply(byte[] telegram, Strike strike) {
            S1Layout layout = name.layout;
            S1Frame frame = S1Codec.decode(S1Layout.EMUCS_H_1_3, telegram).get(0);
            int unversioned = frame.info() & (1 << S1Info.VERSION_SHIFT) - 1;
            S1Frame[] samples = new S1Frame[layout.samplesPerTelegram()];
            Arrays.fill(samples, frame.withInfo(unversioned | layout.version() << S1Info.VERSION_SHIFT));
            return S1Codec.encode(layout, samples);
        }
    }
}
