package io.userports.telnet;

import java.io.ByteArrayOutputStream;

/** Takes apart what comes in, whatever it is: no octets break it, and what it keeps is bounded. */
public final class TelnetReader {
    /** Longer than any command of a serial port but a signature, which nobody needs. */
    private static final int LONGEST = 256;

    /** Who is told what was read, in order. */
    public interface Sink {
        /** Takes one octet of content. */
        void data(byte octet);

        /** Takes a wish: {@link Telnet#WILL}, {@link Telnet#WONT}, {@link Telnet#DO} or {@link Telnet#DONT}. */
        void option(int verb, int option);

        /** Takes what is told about an option, which is its first octet. */
        void subnegotiation(byte[] content);
    }

    private enum Place {
        CONTENT,
        COMMAND,
        OPTION,
        ABOUT_OPTION,
        COMMAND_ABOUT_OPTION
    }

    private final ByteArrayOutputStream about = new ByteArrayOutputStream();
    private Place place = Place.CONTENT;
    private int verb;
    private boolean tooLong;

    /** Reads the first {@code count} octets. */
    public void read(byte[] octets, int count, Sink sink) {
        for (int i = 0; i < count; i++) {
            read(octets[i], sink);
        }
    }

    private void read(byte octet, Sink sink) {
        int code = octet & 0xff;
        switch (place) {
            case CONTENT:
                if (code == Telnet.IAC) {
                    place = Place.COMMAND;
                } else {
                    sink.data(octet);
                }
                return;
            case COMMAND:
                place = Place.CONTENT;
                if (code == Telnet.IAC) {
                    sink.data(octet);
                } else {
                    command(code);
                }
                return;
            case OPTION:
                place = Place.CONTENT;
                sink.option(verb, code);
                return;
            case ABOUT_OPTION:
                if (code == Telnet.IAC) {
                    place = Place.COMMAND_ABOUT_OPTION;
                } else {
                    keep(octet);
                }
                return;
            default:
                inside(octet, code, sink);
        }
    }

    private void inside(byte octet, int code, Sink sink) {
        if (code == Telnet.IAC) {
            place = Place.ABOUT_OPTION;
            keep(octet);
            return;
        }
        place = Place.CONTENT;
        if (code != Telnet.SE) {
            // Its end was lost: what it told is worth nothing, and this is the next command.
            command(code);
        } else if (!tooLong && about.size() > 0) {
            sink.subnegotiation(about.toByteArray());
        }
    }

    private void command(int code) {
        if (code >= Telnet.WILL && code <= Telnet.DONT) {
            verb = code;
            place = Place.OPTION;
        } else if (code == Telnet.SB) {
            about.reset();
            tooLong = false;
            place = Place.ABOUT_OPTION;
        }
    }

    private void keep(byte octet) {
        tooLong |= about.size() == LONGEST;
        if (!tooLong) {
            about.write(octet);
        }
    }
}
