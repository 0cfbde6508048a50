package io.userports.cli;

import io.userports.p1.Crc;
import io.userports.p1.DataObject;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.ObisCode;
import io.userports.p1.P1Object;
import io.userports.p1.Piece;
import io.userports.p1.Quote;
import io.userports.p1.Telegram;
import io.userports.p1.Violation;
import java.io.PrintWriter;
import java.util.Locale;

/** The findings of {@code decode p1} for people. */
final class P1TextReport implements P1Report {
    private final PrintWriter out;

    P1TextReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void telegram(long offset, DecodedTelegram decoded) {
        Telegram telegram = decoded.telegram();
        StringBuilder text = new StringBuilder(4096);
        text.append("telegram at ").append(offset).append(", ").append(Texts.octets(decoded.length()));
        text.append(", ").append(Quote.of(telegram.identification()));
        text.append(", edition ").append(firstValue(telegram, P1Object.EDITION.code(), "none"));
        text.append(decoded.crc() == Crc.MISSING ? ", no CRC" : ", CRC " + decoded.crc());
        text.append(decoded.valid() ? ", valid" : ", not valid").append(System.lineSeparator());
        for (DataObject object : telegram.objects()) {
            String line = Quote.printable(object.toString());
            text.append(String.format(Locale.ROOT, "  %-44s %s%n", line, meaning(object.code(), telegram)));
        }
        for (Violation finding : decoded.findings()) {
            String level = finding.level().toString();
            long at = offset + finding.offset();
            text.append("  ").append(finding.rule()).append(' ').append(level);
            text.append(", line ").append(finding.line()).append(", octet ").append(at);
            text.append(": ").append(finding.text()).append(System.lineSeparator());
        }
        out.print(text);
    }

    @Override
    public void outside(Piece.Noise noise) {
        String more = noise.length() > noise.first().length ? "..." : "";
        out.println("outside at " + noise.offset() + ", " + Texts.octets(noise.length()) + ": "
                + Texts.hex(noise.first()) + more);
    }

    @Override
    public void end(Tally tally) {
        out.println(tally);
    }

    private static String meaning(ObisCode code, Telegram telegram) {
        String type = firstValue(telegram, P1Object.DEVICE_TYPE.code().onChannel(code.b()), "");
        return P1Object.of(code, type)
                .map(o -> o.presence().ofSubMeter() ? o.meaning() + ", channel " + code.b() : o.meaning())
                .orElse("unknown");
    }

    private static String firstValue(Telegram telegram, ObisCode code, String otherwise) {
        return telegram.find(code).map(o -> Quote.printable(o.values().get(0))).orElse(otherwise);
    }
}
