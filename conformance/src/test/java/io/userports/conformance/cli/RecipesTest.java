package io.userports.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.userports.conformance.rig.Rig;
import io.userports.yaml.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What others copy or read to run this program elsewhere: is it well-formed, and are its command lines ours? */
final class RecipesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path COMPOSE = ROOT.resolve("compose.yaml");
    private static final Path VENDOR = ROOT.resolve("docs/ci/userports-cems.yml");
    private static final Path LABGRID = ROOT.resolve("rigs/labgrid");

    /** A command line in a text: {@code userports …} at the beginning of one, or the jar wherever it lies. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^ *(?:- )?(?:run: )?(?:userports|java -jar \\S*userports\\.jar\"?|docker run\\b.* userports) +(.+)$");

    /** What follows a command in the shell, or tells about it. */
    private static final String REST = " *(\\||;|>|&|  #|[.][.][.]|…).*";

    private static final Pattern PINNED = Pattern.compile("[a-z-]+/[a-z-]+@[0-9a-f]{40}");

    record Workflow(
            String name,
            JsonNode on,
            Map<String, String> permissions,
            Map<String, String> concurrency,
            Map<String, String> env,
            Map<String, Job> jobs) {}

    record Job(String runsOn, int timeoutMinutes, List<Step> steps) {}

    record Step(
            String name,
            @JsonProperty("if") String condition,
            String uses,
            Map<String, String> with,
            String shell,
            @JsonProperty("working-directory") String directory,
            String run) {}

    record Compose(Map<String, Service> services, Map<String, String> volumes) {}

    record Service(
            String build,
            String image,
            List<String> profiles,
            boolean init,
            List<String> command,
            List<String> ports,
            List<String> volumes) {}

    record Exporter(Map<String, Export> meterBench) {}

    record Export(String cls, String host, Integer port, Integer speed, String protocol, Map<String, String> match) {}

    record Environment(Map<String, Target> targets) {}

    record Target(Map<String, Map<String, String>> resources, List<Map<String, Driver>> drivers) {}

    record Driver(String name, Map<String, String> bindings) {}

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            return Stream.concat(files, Stream.of(VENDOR)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void aWorkflowHasOnlyKeysThatAreKnownAndActionsThatArePinned(Path file) {
        Workflow workflow = StrictYaml.read(file, Workflow.class);
        assertEquals(Map.of("contents", "read"), workflow.permissions());
        for (Job job : workflow.jobs().values()) {
            assertEquals("ubuntu-24.04", job.runsOn());
            assertTrue(job.timeoutMinutes() > 0);
            for (Step step : job.steps()) {
                assertTrue((step.uses() == null) != (step.run() == null), () -> step + " does one thing");
                assertTrue(step.uses() == null || PINNED.matcher(step.uses()).matches(), step.uses());
            }
        }
    }

    @Test
    void theBuildRunsWhatAChangeIsAskedFor() {
        Workflow workflow = StrictYaml.read(ROOT.resolve(".github/workflows/build.yml"), Workflow.class);
        assertTrue(workflow.jobs().get("tests").steps().stream().anyMatch(step -> ".ci/run".equals(step.run())));
        assertTrue(Files.isExecutable(ROOT.resolve(".ci/run")));
    }

    @Test
    void theRecipeOfAVendorTellsEveryExitCode() throws IOException {
        String text = Files.readString(VENDOR);
        for (String code : List.of("0", "1", "2", "3", "64")) {
            assertTrue(text.contains("\n#   " + code + "  "), code);
            assertTrue(text.contains("\n          " + code + ") says="), code);
        }
    }

    @Test
    void theImageIsMadeOfTheJarAndRunsItAsNobodySpecial() throws IOException {
        List<String> instructions = Files.readString(ROOT.resolve("Dockerfile"))
                .replace("\\\n", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        assertEquals(
                List.of(
                        "FROM maven:3.9.11-eclipse-temurin-17 AS build",
                        "WORKDIR /src",
                        "COPY . .",
                        "RUN mvn -B -ntp -q -DskipTests package",
                        "FROM eclipse-temurin:17.0.17_10-jre-noble",
                        "RUN useradd --system --uid 10001 --user-group --no-create-home userports && mkdir /bench && chown"
                                + " userports:userports /bench",
                        "COPY --from=build /src/conformance/target/userports.jar /opt/userports/userports.jar",
                        "USER userports",
                        "WORKDIR /bench",
                        "ENTRYPOINT [\"java\", \"-jar\", \"/opt/userports/userports.jar\"]",
                        "CMD [\"--help\"]"),
                instructions);
    }

    @Test
    void theServicesOfComposeRunCommandsThatExist() {
        Compose compose = StrictYaml.read(COMPOSE, Compose.class);
        assertEquals(
                List.of("emulator", "test"),
                compose.services().keySet().stream().sorted().toList());
        for (Service service : compose.services().values()) {
            assertTrue(service.init());
            parse(service.command());
        }
    }

    @Test
    void theBenchOfLabgridIsWhatTheRigOpens() {
        Map<String, Export> bench = StrictYaml.read(LABGRID.resolve("exporter.yaml"), Exporter.class)
                .meterBench();
        assertEquals(List.of("p1", "s1", "console"), List.copyOf(bench.keySet()));
        Rig rig = Rig.of(LABGRID.resolve("rig.yaml").toString());
        assertEquals(
                "serial:rfc2217://" + address(bench.get("p1")), rig.p1().link().toString());
        assertEquals(
                "serial:rfc2217://" + address(bench.get("s1")),
                rig.s1().orElseThrow().link().toString());
        assertEquals(rig.p1().rate().bitsPerSecond(), bench.get("p1").speed());
        assertEquals(rig.s1BitRate(), bench.get("s1").speed());
        Environment environment = StrictYaml.read(LABGRID.resolve("env.yaml"), Environment.class);
        assertEquals(
                Map.of("RemotePlace", Map.of("name", "meter-bench")),
                environment.targets().get("main").resources());
        assertEquals(
                List.of(Map.of("SerialDriver", new Driver("console", Map.of("port", "console")))),
                environment.targets().get("main").drivers());
    }

    /** Its exporter reads the file as a template, in which a line that begins with one hash is a statement. */
    @Test
    void noCommentOfTheExporterIsAStatementOfItsTemplate() throws IOException {
        assertEquals(
                List.of(),
                Files.readAllLines(LABGRID.resolve("exporter.yaml")).stream()
                        .filter(line -> line.matches(" *#[^#].*"))
                        .toList());
    }

    static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(workflows());
        texts.addAll(List.of(COMPOSE, LABGRID.resolve("README.md"), ROOT.resolve("docs/ci.md")));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyCommandLineIsOneOfOurs(Path file) throws IOException {
        String text = Files.readString(file).replace("\\\n", "");
        assertFalse(text.contains("\t"), "no tabs");
        COMMAND.matcher(text)
                .results()
                .map(found -> found.group(1).replaceFirst(REST, ""))
                .forEach(command -> parse(List.of(command.replace("\"", "").split(" +"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"    run: java -jar x/userports.jar tset --out a", "userports test --ot a || code=$?"})
    void aCommandLineThatIsNotOursWouldBeSeen(String text) {
        List<String> commands = COMMAND.matcher(text)
                .results()
                .map(found -> found.group(1).replaceFirst(REST, ""))
                .toList();
        assertEquals(1, commands.size());
        assertThrows(CommandLine.UnmatchedArgumentException.class, () -> Main.commandLine()
                .parseArgs(commands.get(0).split(" +")));
    }

    private static String address(Export port) {
        return port.host() + ":" + port.port();
    }

    private static void parse(List<String> command) {
        try {
            Main.commandLine().parseArgs(command.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new AssertionError("userports " + String.join(" ", command) + ": " + e.getMessage(), e);
        }
    }
}
