package io.userports.conformance.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Jazzer on one target, in a process of its own with little memory; what it learns stays in a folder for next time. */
final class Hunt {
    /** The heap of the whole process: an input that needs more is a finding, an {@code OutOfMemoryError}. */
    private static final String HEAP = "-Xmx256m";

    /** An input that takes longer is a finding. */
    private static final int MAX_SECONDS = 1;

    /** Ours, and the one library that does the reading of YAML. */
    private static final String INSTRUMENTED = "io.userports.**:org.yaml.snakeyaml.**";

    private final Target target;
    private final Path folder;

    Hunt(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    Outcome run(long seconds) throws IOException, InterruptedException {
        Path findings = Files.createDirectories(folder.resolve("findings"));
        Path learned = Files.createDirectories(folder.resolve("learned"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (Map.Entry<String, byte[]> seed : target.seeds().entrySet()) {
            Files.write(seeds.resolve(seed.getKey()), seed.getValue());
        }
        tryAgain(findings, seeds);
        Path log = folder.resolve("log.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Fuzzed.class.getName(),
                        "--target_args=" + target.name(),
                        "--instrumentation_includes=" + INSTRUMENTED,
                        "--reproducer_path=" + findings,
                        learned.toString(),
                        seeds.toString(),
                        "-artifact_prefix=" + findings + "/",
                        "-timeout=" + MAX_SECONDS,
                        "-max_len=" + target.maxOctets(),
                        "-max_total_time=" + seconds,
                        "-print_final_stats=1"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit;
        try {
            exit = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        double taken = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        return new Outcome(target, Outcome.executions(said), taken, exit, list(findings));
    }

    /** What was found before is tried first: what is not mended is found again, and what is mended is forgotten. */
    private static void tryAgain(Path findings, Path seeds) throws IOException {
        for (String name : list(findings)) {
            Path file = Path.of(name);
            Files.move(file, seeds.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> list(Path findings) throws IOException {
        try (Stream<Path> files = Files.list(findings)) {
            return files.map(Path::toString)
                    .filter(f -> !f.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
