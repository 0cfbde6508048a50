package io.userports.conformance.steps;

import io.cucumber.core.backend.ObjectFactory;
import io.userports.conformance.bench.Bench;
import io.userports.conformance.bench.Plan;
import io.userports.conformance.bench.Stages;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/** Gives every scenario a bench of its own and its words to it; one factory a thread. */
public final class BenchFactory implements ObjectFactory {
    private final Plan plan;
    private final Stages stages;
    private final Map<Class<?>, Object> words = new HashMap<>();
    private Bench bench;

    /** A factory for scenarios of {@code plan} on {@code stages}. */
    public BenchFactory(Plan plan, Stages stages) {
        this.plan = plan;
        this.stages = stages;
    }

    @Override
    public void start() {
        bench = new Bench(plan, stages);
    }

    @Override
    public void stop() {
        words.clear();
        bench.close();
    }

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(words.computeIfAbsent(type, this::create));
    }

    private Object create(Class<?> type) {
        try {
            return type.getConstructor(Bench.class).newInstance(bench);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no public constructor that takes a bench", e);
        }
    }
}
