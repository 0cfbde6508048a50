package io.userports.conformance.report;

import io.userports.conformance.check.Printable;
import io.userports.conformance.doctor.Checked;
import io.userports.conformance.doctor.Examination;
import io.userports.conformance.rig.Rig;
import io.userports.conformance.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a doctor has found, for people and for programs. */
public final class DoctorText {
    private DoctorText() {}

    /** The whole as JSON. */
    private record Told(String rig, String description, List<String> tags, List<Line> checks, int exit) {}

    /** One look: {@code result} is {@code ok}, {@code note} or {@code finding}. */
    private record Line(String what, String result, String found, String remedy) {
        static Line of(Checked checked) {
            return new Line(
                    checked.what(),
                    checked.result().word(),
                    Printable.of(checked.result().found()),
                    Printable.of(checked.result().remedy()));
        }
    }

    /** {@return the exit code that {@code examination} gives} */
    public static ExitCode exit(Examination examination) {
        return examination.isFit() ? ExitCode.OK : ExitCode.RIG_ERROR;
    }

    /** {@return a table, with the remedy under whatever is not fine, and a closing line} */
    public static List<String> lines(Rig rig, Examination examination) {
        List<Line> checks = examination.checks().stream().map(Line::of).toList();
        List<String> table = new TextTable(
                        List.of("checked", "", "found"),
                        checks.stream()
                                .map(c -> List.of(c.what(), c.result(), c.found()))
                                .toList())
                .lines(false);
        List<String> lines = new ArrayList<>();
        lines.add(rig.inWords());
        lines.add(table.get(0));
        for (int i = 0; i < checks.size(); i++) {
            lines.add(table.get(i + 1));
            if (!checks.get(i).remedy().isEmpty()) {
                lines.add("      remedy   " + checks.get(i).remedy());
            }
        }
        lines.add(checks.size() + " checked: "
                + String.join(
                        ", ",
                        Stream.of("ok", "note", "finding")
                                .map(word -> checks.stream()
                                                .filter(c -> c.result().equals(word))
                                                .count() + " " + word)
                                .toList())
                + "      exit " + exit(examination).code());
        return lines;
    }

    /** {@return the same as JSON} */
    public static String json(String name, Rig rig, Examination examination) {
        return StrictJson.text(new Told(
                        name,
                        rig.description(),
                        rig.tags(),
                        examination.checks().stream().map(Line::of).toList(),
                        exit(examination).code()))
                .stripTrailing();
    }
}
