package cco.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that changes these settings and observes the effect. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface TestsSettings {
    String[] value();
}
