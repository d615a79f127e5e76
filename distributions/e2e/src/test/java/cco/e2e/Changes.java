package cco.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that changes these keys of the configuration and sees that cco then behaves differently. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Changes {
    String[] value();
}
