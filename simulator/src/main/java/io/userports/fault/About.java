package io.userports.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people are told about a fault. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
    /** {@return what becomes of the telegram, as the end of a sentence that begins with it: {@code has a wrong CRC}} */
    String telegram();

    /** {@return where the specification speaks of it, or the case from the field} */
    String clause();

    /** {@return what a correct receiver does} */
    String receiver();
}
