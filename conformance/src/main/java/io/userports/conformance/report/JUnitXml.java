package io.userports.conformance.report;

import io.userports.conformance.cems.Review;
import io.userports.conformance.cems.Review.Remark;
import io.userports.conformance.check.Finding;
import io.userports.conformance.check.Printable;
import io.userports.conformance.requirement.Clause;
import io.userports.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The JUnit XML of a run: one suite, one test case a scenario. */
record JUnitXml(XMLStreamWriter xml, Review review) {
    /** What a verdict is for a CI system. */
    private enum Kind {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        static Kind of(ScenarioResult result) {
            return switch (result.verdict()) {
                case FAIL, STALE -> FAILURE;
                case RIG_ERROR -> ERROR;
                case N_A, INCONCLUSIVE, KNOWN -> SKIPPED;
                case PASS, NOTE, YES, NO -> PASSED;
            };
        }
    }

    void write(Summary summary) throws XMLStreamException {
        open(0, "testsuites");
        count(summary);
        open(1, "testsuite");
        count(summary);
        open(2, "properties");
        property(3, "seed", Long.toString(summary.seed()));
        property(3, "exit", Integer.toString(summary.exit().code()));
        if (!summary.unjudged().isEmpty()) {
            property(3, "judged", Printable.of(summary.unjudged()));
        }
        for (Remark remark : review.remarks()) {
            property(3, "review", Printable.of(remark.toString()));
        }
        close(2);
        for (ScenarioResult result : summary.results()) {
            testCase(result);
        }
        close(1);
        close(0);
    }

    private void count(Summary summary) throws XMLStreamException {
        attribute("name", "userports");
        attribute("tests", Integer.toString(summary.results().size()));
        attribute("failures", count(summary, Kind.FAILURE));
        attribute("errors", count(summary, Kind.ERROR));
        attribute("skipped", count(summary, Kind.SKIPPED));
        attribute("time", seconds(summary.durationMs()));
    }

    private static String count(Summary summary, Kind kind) {
        Predicate<ScenarioResult> isKind = result -> Kind.of(result) == kind;
        return Long.toString(summary.results().stream().filter(isKind).count());
    }

    private void testCase(ScenarioResult result) throws XMLStreamException {
        open(2, "testcase");
        attribute("classname", result.clauses().get(0).tag());
        attribute("name", result.id());
        attribute("time", seconds(result.durationMs()));
        open(3, "properties");
        property(4, "verdict", result.verdict().toString());
        property(4, "level", result.level().toString());
        property(4, "clauses", clauses(result));
        close(3);
        switch (Kind.of(result)) {
            case FAILURE -> blame("failure", result);
            case ERROR -> blame("error", result);
            case SKIPPED -> skipped(result);
            case PASSED -> {}
        }
        text(3, "system-out", said(result));
        close(2);
    }

    private void blame(String element, ScenarioResult result) throws XMLStreamException {
        indent(3);
        xml.writeStartElement(element);
        attribute("message", message(result));
        attribute("type", result.verdict().toString());
        xml.writeCharacters(String.join("\n", lines(result)));
        xml.writeEndElement();
    }

    private void skipped(ScenarioResult result) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement("skipped");
        attribute("message", message(result));
    }

    private void text(int depth, String element, String text) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void property(int depth, String name, String value) throws XMLStreamException {
        indent(depth);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private void open(int depth, String element) throws XMLStreamException {
        if (depth > 0) {
            indent(depth);
        }
        xml.writeStartElement(element);
    }

    private void close(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** One line for the overview of a CI system: the verdict, and as much of its reason as there is. */
    private static String message(ScenarioResult result) {
        Finding finding = result.finding().orElse(new Finding(List.of()));
        String why = finding.value(result.verdict() == Verdict.KNOWN ? Finding.KNOWN : Finding.REASON)
                .map(Printable::of)
                .orElseGet(() -> squeezed(finding.lines()));
        return why.isEmpty() ? result.verdict().toString() : result.verdict() + ": " + why;
    }

    private static String said(ScenarioResult result) {
        List<String> said = new ArrayList<>();
        said.add(result.name());
        said.add(result.verdict() + " (" + result.level() + ", " + clauses(result) + ")");
        if (Kind.of(result) == Kind.PASSED || Kind.of(result) == Kind.SKIPPED) {
            said.addAll(lines(result));
        }
        said.add("rerun: " + Printable.of(result.rerun()));
        return String.join("\n", said);
    }

    private static String clauses(ScenarioResult result) {
        return result.clauses().stream().map(Clause::tag).collect(Collectors.joining(" "));
    }

    private static List<String> lines(ScenarioResult result) {
        return result.finding().map(Finding::lines).orElse(List.of());
    }

    private static String squeezed(List<String> lines) {
        return String.join("; ", lines).replaceAll(" {2,}", " ");
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
    }
}
