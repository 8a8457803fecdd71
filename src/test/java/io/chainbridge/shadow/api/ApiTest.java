package io.chainbridge.shadow.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the service's API, which the settings name as they do for a run: {@code baseUrl} and
 * {@code serviceCommand}, or the embedded one. A test asks it through a parameter of type {@link
 * Api}; its display name says which requirement it holds, and begins with an id of its own. None
 * knows what data the service has.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("api")
@ExtendWith(ServiceUnderTest.class)
@interface ApiTest {}
