package io.userports.cli;

import io.userports.s1.FrameKind;
import io.userports.s1.S1View;

/** How {@code decode s1} shows what it finds. */
interface S1Report {
    /** Shows the telegram that the view is at. */
    void telegram(long offset, S1View telegram);

    /** Shows a frame that is no known telegram. */
    void other(long offset, FrameKind kind);

    void outside(long offset, long count);

    void end(S1Tally tally);
}
