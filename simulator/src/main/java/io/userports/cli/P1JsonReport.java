package io.userports.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.userports.p1.DataObject;
import io.userports.p1.DecodedTelegram;
import io.userports.p1.Piece;
import io.userports.p1.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The findings of {@code decode p1} for programs: a JSON object a line, offsets counted from the stream's start. */
final class P1JsonReport implements P1Report {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintWriter out;

    P1JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void telegram(long offset, DecodedTelegram decoded) {
        line(json -> {
            json.writeNumberField("offset", offset);
            json.writeNumberField("length", decoded.length());
            json.writeBooleanField("valid", decoded.valid());
            json.writeStringField("crc", decoded.crc().toString());
            json.writeArrayFieldStart("objects");
            for (DataObject object : decoded.telegram().objects()) {
                json.writeStartArray();
                json.writeString(object.code().toString());
                for (String value : object.values()) {
                    json.writeString(value);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (Violation finding : decoded.findings()) {
                json.writeStartObject();
                json.writeStringField("rule", finding.rule().name());
                json.writeStringField("level", finding.level().toString());
                json.writeNumberField("offset", offset + finding.offset());
                json.writeStringField("text", finding.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @Override
    public void outside(Piece.Noise noise) {
        line(json -> {
            json.writeNumberField("offset", noise.offset());
            json.writeNumberField("length", noise.length());
            json.writeBooleanField("outside", true);
            json.writeStringField("octets", Texts.hex(noise.first()));
        });
    }

    @Override
    public void end(Tally tally) {
        // every line stands for itself
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private void line(Fields fields) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
        out.print('\n');
    }
}
