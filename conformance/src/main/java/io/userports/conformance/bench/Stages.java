package io.userports.conformance.bench;

import java.util.List;
import java.util.function.Function;

/** Where the stage of a scenario comes from. */
@FunctionalInterface
public interface Stages {
    /** Stages that run and of which nothing is kept. */
    Stages LIVE = keeping((scenario, recording) -> {});

    /** Somebody who keeps what happened on a stage. */
    @FunctionalInterface
    interface Keeper {
        /** Takes what happened in the scenario with that id; called once, when it is over. */
        void keep(String scenario, Recording recording);
    }

    /** {@return stages that run; what happened on each is handed to {@code keeper}} */
    static Stages keeping(Keeper keeper) {
        return (scenario, plan, scene) -> LiveStage.open(
                plan, scene, new Seat(new Gathering(List.of(0)), 0), recording -> keeper.keep(scenario, recording));
    }

    /** {@return the stages of recordings, by the id of their scenario} */
    static Stages of(Function<String, Recording> recordings) {
        return (scenario, plan, scene) -> RecordedStage.of(recordings.apply(scenario));
    }

    /** {@return the stage of the scenario with that id, on which everything has begun} */
    Stage open(String scenario, Plan plan, Scene scene);

    /** Says that the scenario with that id is over, whether or not it had a stage. */
    default void over(String scenario) {}
}
