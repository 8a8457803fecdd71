package io.chainbridge.shadow.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many operations a second a benchmark is to do for each of its class's {@link Baseline}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimesTheBaseline {
  /** Itself included. */
  double atLeast();
}
