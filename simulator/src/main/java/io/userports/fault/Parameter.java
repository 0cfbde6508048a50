package io.userports.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people are told about a parameter of a fault. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** {@return what it is, with its unit and what is allowed} */
    String is();

    /** {@return its value when it is left out; without one it must be given} */
    String usual() default "";
}
