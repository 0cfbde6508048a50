package io.userports.conformance.report;

import io.userports.conformance.cems.Review;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: a run as CI systems read it, written when the run is over.
 *
 * <p>CI systems know only passed, failed, broken and skipped; the {@code verdict} property of each test case keeps the
 * ten verdicts apart. The file appears under its name only when it is complete.
 */
public final class JUnitReport implements Report {
    /** Its name in the folder of the evidence. */
    public static final String NAME = "junit.xml";

    private final Path file;
    private final Review review;

    private JUnitReport(Path file, Review review) {
        this.file = file;
        this.review = review;
    }

    /** {@return a report that writes {@code file}, and what {@code review} remarked before the run} */
    public static JUnitReport at(Path file, Review review) {
        return new JUnitReport(file, review);
    }

    @Override
    public void ended(ScenarioResult result) {}

    @Override
    public void finished(Summary summary) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                write(summary, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private void write(Summary summary, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        new JUnitXml(xml, review).write(summary);
        xml.writeEndDocument();
        xml.writeCharacters("\n");
        xml.close();
    }
}
