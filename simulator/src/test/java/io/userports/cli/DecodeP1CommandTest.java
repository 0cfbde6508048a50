package io.userports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DecodeP1CommandTest {
    private static final String BODY =
            """
            /FLU5\\123456789_A

            0-0:96.1.4(50213)
            0-0:96.1.1(3153414731313030303030303432)
            0-0:1.0.0(260115120000W)
            1-0:1.8.1(000318.501*kWh)
            1-0:1.8.2(000291.643*kWh)
            1-0:2.8.1(000104.776*kWh)
            1-0:2.8.2(000052.918*kWh)
            0-0:96.14.0(0001)
            1-0:1.7.0(00.318*kW)
            1-0:2.7.0(00.000*kW)
            1-0:32.7.0(231.4*V)
            1-0:31.7.0(001*A)
            0-0:96.3.10(1)
            0-0:17.0.0(999.9*kW)
            1-0:31.4.0(999*A)
            0-0:96.13.0()
            0-1:24.1.0(003)
            0-1:96.1.1(37464C4F32313030303030303432)
            0-1:24.4.0(1)
            0-1:24.2.3(260115115502W)(00431.607*m3)
            !"""
                    .replace("\n", "\r\n");
    private static final String GOOD = BODY + "51FF\r\n";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    private int run(InputStream in, String... arguments) {
        Ran ran = Ran.of(new DecodeP1Command(in), arguments);
        out.append(ran.out());
        err.append(ran.err());
        return ran.exit();
    }

    private int run(String stream, String... arguments) {
        return run(new ByteArrayInputStream(stream.getBytes(StandardCharsets.ISO_8859_1)), arguments);
    }

    @Test
    void aGoodTelegramIsShownWithWhatEachObjectMeans() {
        assertEquals(0, run(GOOD));
        assertEquals(
                """
                telegram at 0, LENGTH octets, 'FLU5\\123456789_A', edition 50213, CRC ok, valid
                  0-0:96.1.4(50213)                            edition
                  0-0:96.1.1(3153414731313030303030303432)     meter id
                  0-0:1.0.0(260115120000W)                     time of the telegram
                  1-0:1.8.1(000318.501*kWh)                    energy imported, day
                  1-0:1.8.2(000291.643*kWh)                    energy imported, night
                  1-0:2.8.1(000104.776*kWh)                    energy exported, day
                  1-0:2.8.2(000052.918*kWh)                    energy exported, night
                  0-0:96.14.0(0001)                            active tariff
                  1-0:1.7.0(00.318*kW)                         power imported
                  1-0:2.7.0(00.000*kW)                         power exported
                  1-0:32.7.0(231.4*V)                          voltage, L1
                  1-0:31.7.0(001*A)                            current, L1
                  0-0:96.3.10(1)                               breaker
                  0-0:17.0.0(999.9*kW)                         limiter threshold
                  1-0:31.4.0(999*A)                            fuse threshold
                  0-0:96.13.0()                                text of the operator
                  0-1:24.1.0(003)                              device type, channel 1
                  0-1:96.1.1(37464C4F32313030303030303432)     id of the device, channel 1
                  0-1:24.4.0(1)                                gas valve, channel 1
                  0-1:24.2.3(260115115502W)(00431.607*m3)      gas volume, not temperature-corrected, channel 1
                1 telegram: 1 valid, 0 not; 0 octets outside
                """
                        .replace("LENGTH", Integer.toString(GOOD.length())),
                out.toString());
    }

    @Test
    void whatIsWrongOrOutsideIsShownWithItsPlaceInTheStream() {
        String wrong = "/FLU5\\1\r\n\r\n1-0:1.7.0(00.318*W)\r\n1-0:199.7.0(7)\r\n!0000\r\n";
        assertEquals(1, run("\u00ff\r\n" + wrong));
        String shown = out.toString();
        assertEquals(
                """
                outside at 0, 3 octets: FF0D0A
                telegram at 3, 55 octets, 'FLU5\\1', edition none, CRC bad, not valid
                  1-0:1.7.0(00.318*W)                          power imported
                  1-0:199.7.0(7)                               unknown
                """,
                shown.substring(0, shown.indexOf("  R09")));
        assertTrue(
                shown.endsWith(
                        """
                  R10 error, line 3, octet 14: found '1-0:1.7.0(00.318*W)', allowed is 1-0:1.7.0(dd.ddd*kW) in edition 50213
                  R21 information, line 4, octet 35: found '1-0:199.7.0(7)', allowed is any object, also one this catalogue lacks
                  R06 error, line 5, octet 52: found '0000', allowed is '5F8A', the CRC of the octets that are here
                1 telegram: 0 valid, 1 not; 3 octets outside
                """),
                shown);
    }

    @Test
    void jsonIsALineATelegramAndALineForOctetsOutside() {
        String cut = "/FLU5\\1\r\n\r\n0-0:98.1.0(0)()\r\n";
        assertEquals(1, run("ab" + cut, "--json"));
        assertEquals(
                """
                {"offset":0,"length":2,"outside":true,"octets":"6162"}
                {"offset":2,"length":28,"valid":false,"crc":"missing","objects":[["0-0:98.1.0","0",""]],"findings":[\
                {"rule":"R10","level":"error","offset":13,"text":"found '0-0:98.1.0(0)()', allowed is \
                0-0:98.1.0(n)(1-0:1.6.0)(1-0:1.6.0) and n times (time)(time)(dd.ddd*kW), or () when n is 0; \
                n at most 13 in edition 50217"},\
                {"rule":"R04","level":"error","offset":30,"text":"found no ! line, allowed is one that ends the telegram"}]}
                """,
                out.toString());
        assertEquals("1 telegram: 0 valid, 1 not; 2 octets outside\n", err.toString());
    }

    @Test
    void jsonOfAGoodTelegramHasAllItsObjectsAndNoFindings() {
        assertEquals(0, run(GOOD, "-", "--json"));
        assertEquals("", err.toString());
        String json = out.toString();
        assertEquals(1, json.lines().count());
        assertTrue(
                json.startsWith("{\"offset\":0,\"length\":" + GOOD.length() + ",\"valid\":true,\"crc\":\"ok\","
                        + "\"objects\":[[\"0-0:96.1.4\",\"50213\"],"),
                json);
        assertTrue(json.endsWith("[\"0-1:24.2.3\",\"260115115502W\",\"00431.607*m3\"]],\"findings\":[]}\n"), json);
    }

    @Test
    void whatIsNotAsciiIsEscaped() {
        run("/FLU5\\1\r\n\r\n1-0:1.7.0(\u00b3\u0007)\r\n!0000\r\n");
        assertTrue(out.toString().contains("  1-0:1.7.0(\\xB3\\x07) "), out.toString());
        assertTrue(out.toString().chars().allMatch(ch -> ch < 127));
    }

    @Test
    void nothingIsNoTelegram() {
        assertEquals(1, run(""));
        assertEquals("no telegram found; 0 octets outside" + System.lineSeparator(), out.toString());
    }

    @Test
    void telegramsOfASequenceAreJudgedTogether() {
        assertEquals(0, run(GOOD + GOOD));
        assertTrue(out.toString().contains("R19 warning, line 5, octet "), out.toString());
    }

    @Test
    void aFileIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("one.p1"), GOOD.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(0, run("", file.toString()));
        assertTrue(out.toString().endsWith("1 telegram: 1 valid, 0 not; 0 octets outside" + System.lineSeparator()));
    }

    @Test
    void aMissingFileOrAFolderOrAnUnknownOptionIsWrongUsage(@TempDir Path folder) {
        Path missing = folder.resolve("missing.p1");
        assertEquals(64, run("", missing.toString()));
        assertEquals(64, run("", folder.toString()));
        assertEquals(
                List.of(
                        missing + ": no such file; give a recording, or - for standard input",
                        folder + ": is a directory; give a recording, or - for standard input"),
                err.toString().lines().toList());
        assertEquals(64, run("", "--jason"));
    }

    @Test
    void aReaderThatHasGoneEndsTheWork() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] octets, int from, int length) {
                byte[] telegram = GOOD.getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(telegram, 0, octets, from, telegram.length);
                return telegram.length;
            }
        };
        CommandLine line = new CommandLine(new DecodeP1Command(endless));
        line.setOut(new PrintWriter(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        assertEquals(0, line.execute());
    }
}
