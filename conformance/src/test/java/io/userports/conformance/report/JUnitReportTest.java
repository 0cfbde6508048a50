package io.userports.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Review;
import io.userports.conformance.check.Finding;
import io.userports.conformance.verdict.Level;
import io.userports.conformance.verdict.Outcome;
import io.userports.yaml.Amount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class JUnitReportTest {
    private static final Review REVIEW = new Review(
            Claims.of(List.of("p1"), List.of(), Amount.parse("5 s"), Amount.parse("1 s")),
            List.of(new Review.Remark(Review.Level.NOTICE, "claims.quantities", "none is \"claimed\"")));

    @TempDir
    private Path folder;

    @Test
    void everyVerdictKeepsItsNameBesideTheFourThatCiSystemsKnow() throws IOException {
        assertEquals(
                expected(),
                written(Results.summary(
                        Results.PASS,
                        Results.FAIL,
                        Results.NOTE,
                        Results.YES,
                        Results.N_A,
                        Results.INCONCLUSIVE,
                        Results.RIG_ERROR,
                        Results.KNOWN,
                        Results.STALE)));
    }

    @Test
    void whateverACemsPrintsTheXmlIsWellFormed() throws IOException, SAXException, ParserConfigurationException {
        Finding odd = Finding.of("was", "<a href=\"&\">\u0000\u001b[31m]]>\ud83d\ude00\ufffe\n");
        written(Results.summary(Results.result("p1-odd", Level.MUST, Outcome.FAILED, 1, odd)));
        assertEquals(
                "was        <a href=\"&\"><U+0000><U+001B>[31m]]>\ud83d\ude00<U+FFFE><U+000A>",
                parsed().getElementsByTagName("failure").item(0).getTextContent());
    }

    @Test
    void onlyTheFinishedFileIsLeft() throws IOException {
        written(Results.summary(Results.PASS));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("junit.xml")), files.toList());
        }
    }

    @Test
    void aReasonThatACemsPrintedCannotBreakTheXml() throws IOException, SAXException, ParserConfigurationException {
        Finding odd = Finding.of(Finding.REASON, "\u0000\u001b\"<");
        written(Results.summary(Results.result("p1-odd", Level.MUST, Outcome.NOT_JUDGED, 1, odd)));
        assertEquals(
                "INCONCLUSIVE: <U+0000><U+001B>\"<",
                parsed().getElementsByTagName("skipped")
                        .item(0)
                        .getAttributes()
                        .item(0)
                        .getNodeValue());
    }

    private Document parsed() throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile());
    }

    private static String expected() throws IOException {
        try (InputStream in = JUnitReportTest.class.getResourceAsStream("junit.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String written(Summary summary) throws IOException {
        Path file = folder.resolve("junit.xml");
        Report report = JUnitReport.at(file, REVIEW);
        summary.results().forEach(report::ended);
        report.finished(summary);
        return Files.readString(file);
    }
}
