package io.userports.p1;

import java.nio.charset.StandardCharsets;

/**
 * The strict reader of one telegram: lines, framing and checksum here, objects and what they say together elsewhere.
 *
 * <p>It reads on whatever it finds, so that an invalid telegram still yields the objects that are legible.
 */
final class TelegramReader {
    /** What a line of 115200 baud carries in a second (DSMR 5.0.2 P1 §6.1). */
    private static final int MAX_OCTETS = 11_520;

    private final byte[] octets;
    private final int from;
    private final int to;
    private final LineCursor line;
    private final Findings findings = new Findings();
    private final ReadObjects objects = new ReadObjects();
    private String identification = "";

    TelegramReader(byte[] octets, int from, int to) {
        this.octets = octets;
        this.from = from;
        this.to = to;
        this.line = new LineCursor(octets, from, to);
    }

    DecodedTelegram read() {
        Crc crc = Crc.MISSING;
        boolean ended = false;
        readHeader();
        while (!ended && line.advance()) {
            ended = !line.isEmpty() && octets[line.start()] == '!';
            if (ended) {
                crc = readEnd();
            } else {
                readLine();
            }
        }
        if (!ended) {
            findings.add(Rule.R04, to - from, Math.max(line.number(), 1), "no ! line", "one that ends the telegram");
        }
        if (to - from > MAX_OCTETS) {
            findings.add(Rule.R18, Position.START, to - from + " octets", "at most " + MAX_OCTETS + ", one second");
        }
        ObjectRules.check(objects, findings);
        if (ended) {
            PresenceRules.check(objects, findings);
            PowerRules.check(objects, findings);
            SubMeterRules.check(objects, findings);
        }
        Telegram telegram = new Telegram(identification, objects.objects());
        return new DecodedTelegram(to - from, crc, telegram, objects.positions(), findings.list());
    }

    private void readHeader() {
        boolean there = line.advance();
        int start = line.start();
        boolean slash = there && octets[start] == '/';
        boolean maker =
                slash && isLetter(start + 1) && isLetter(start + 2) && isLetter(start + 3) && is('5', start + 4);
        if (!maker) {
            findings.add(Rule.R01, at(start), quoted(), "/, three letters, 5 and the meter's own text");
        } else if (!(is('F', start + 1) && is('L', start + 2) && is('U', start + 3))) {
            findings.add(Rule.R01, Severity.WARNING, at(start), quoted(), "/FLU5 for a Flemish meter");
        }
        if (there) {
            checkLineEnd();
            checkOctets(true, true);
            identification = text(slash ? start + 1 : start, line.end());
        }
        LineCursor blank = new LineCursor(octets, line.next(), to);
        if (blank.advance() && blank.isEmpty()) {
            line.advance();
            checkLineEnd();
        } else {
            findings.add(Rule.R02, line.next() - from, 2, "no empty line after the header", "one, CR LF alone");
        }
    }

    private void readLine() {
        checkLineEnd();
        DataObject object = DataObject.read(octets, line.start(), line.end());
        if (!line.isPlain()) {
            checkOctets(false, object == null);
        }
        if (object == null) {
            String was = line.isEmpty() ? "an empty line" : quoted();
            findings.add(Rule.R07, at(line.start()), was, "an object like 1-0:1.7.0(00.318*kW)");
        } else if (!objects.add(object, at(line.start()))) {
            findings.add(Rule.R08, at(line.start()), object.code() + " again", "each code once");
        }
    }

    private void checkLineEnd() {
        if (!line.endsWithCrLf()) {
            String was = line.end() == to ? "no line end" : octets[line.end()] == '\n' ? "LF alone" : "CR alone";
            findings.add(Rule.R03, at(line.end()), was, "CR LF");
        }
    }

    /** Names the first octet of each kind that may not stand in this line; a header may have slashes and blanks. */
    private void checkOctets(boolean slashes, boolean blanks) {
        boolean control = false;
        boolean bang = false;
        boolean slash = slashes;
        boolean blank = blanks;
        for (int i = line.start(); i < line.end(); i++) {
            byte octet = octets[i];
            if ((octet < ' ' || octet > '~') && !control) {
                control = true;
                String was = String.format("octet %02X in %s", octet, quoted());
                findings.add(Rule.R03, at(i), was, "printable ASCII, 20 to 7E");
            } else if (octet == '!' && !bang) {
                bang = true;
                findings.add(Rule.R04, at(i), "! within " + quoted(), "! at the start of the last line only");
            } else if (octet == '/' && !slash) {
                slash = true;
                findings.add(Rule.R07, at(i), "/ within " + quoted(), "/ at the start of a telegram only");
            } else if (octet == ' ' && !blank) {
                blank = true;
                findings.add(Rule.R07, Severity.WARNING, at(i), "a blank in " + quoted(), "no blank");
            }
        }
    }

    private Crc readEnd() {
        int digits = line.start() + 1;
        int end = line.end();
        while (end > digits && octets[end - 1] == 0) {
            end--;
        }
        if (!line.endsWithCrLf()) {
            String was = line.end() == to ? "no line end" : octets[line.end()] == '\n' ? "LF alone" : "CR alone";
            findings.add(Rule.R05, at(line.end()), was, "CR LF after the CRC");
        } else if (end < line.end()) {
            findings.add(Rule.R05, Severity.WARNING, at(end), "NUL after the CRC", "CR LF after the CRC");
        }
        if (line.next() < to) {
            findings.add(
                    Rule.R05, at(line.next()), Quote.of(octets, line.next(), to) + " after its line", "nothing more");
        }
        int crc = P1Codec.crc(octets, from, digits);
        int read = P1Codec.digits(octets, digits, end);
        if (read < 0) {
            String was = end == digits ? "no CRC" : Quote.of(octets, digits, end);
            findings.add(Rule.R05, at(digits), was, "four upper-case hexadecimal digits");
            return end == digits ? Crc.MISSING : Crc.BAD;
        }
        if (hasLowerCase(digits, end)) {
            findings.add(Rule.R05, at(digits), Quote.of(octets, digits, end), "upper-case digits");
        }
        if (read != crc) {
            String allowed = String.format("'%04X', the CRC of the octets that are here", crc);
            findings.add(Rule.R06, at(digits), Quote.of(octets, digits, end), allowed);
            return Crc.BAD;
        }
        return Crc.OK;
    }

    private boolean hasLowerCase(int start, int end) {
        for (int i = start; i < end; i++) {
            if (octets[i] >= 'a') {
                return true;
            }
        }
        return false;
    }

    private boolean is(char ch, int index) {
        return index < line.end() && octets[index] == ch;
    }

    private boolean isLetter(int index) {
        return index < line.end() && (octets[index] | 0x20) >= 'a' && (octets[index] | 0x20) <= 'z';
    }

    private Position at(int index) {
        return new Position(index - from, Math.max(line.number(), 1));
    }

    private String quoted() {
        return Quote.of(octets, line.start(), line.end());
    }

    private String text(int start, int end) {
        return new String(octets, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
