package io.userports.cli;

import io.userports.p1.DecodedTelegram;
import io.userports.p1.Piece;

/** How {@code decode p1} shows what it finds. */
interface P1Report {
    void telegram(long offset, DecodedTelegram telegram);

    void outside(Piece.Noise noise);

    void end(Tally tally);
}
