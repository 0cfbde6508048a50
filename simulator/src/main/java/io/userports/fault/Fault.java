package io.userports.fault;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.userports.wire.Emission;
import io.userports.wire.UserPort;
import java.util.List;
import java.util.Set;

/**
 * Something done to a telegram on its way out: a function from one emission to none, one or several; a closed family.
 *
 * <p>Its name is that of {@link JsonTypeName}, its parameters are the components of its record, and what it does is told
 * by its {@link About}.
 */
public sealed interface Fault
        permits BitFault,
                OctetFault,
                LineFault,
                TimingFault,
                ObjectFault,
                ValueFault,
                TextFault,
                FieldFault,
                FrameFault {
    /** {@return the ports whose telegrams it can strike} */
    Set<UserPort> ports();

    /** {@return whether it can only strike a telegram that is still whole, under a right check} */
    boolean needsWhole();

    /** {@return whether what it leaves may be no whole telegram any more} */
    boolean spoils();

    /**
     * {@return what leaves instead of {@code emission}, in order of time}
     *
     * @throws IllegalArgumentException when it cannot strike this telegram, with the reason
     */
    List<Emission> strike(Emission emission, Strike strike);

    /** {@return its name in files, on the command line and in Gherkin} */
    default String named() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }
}
