package io.userports.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at once, a thread each; over when all are. */
final class Together {
    private Together() {}

    /** {@return what came of all, in order; throws what the first that failed has thrown, when all are over} */
    static <T> List<T> all(List<Callable<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, calls.size()));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
