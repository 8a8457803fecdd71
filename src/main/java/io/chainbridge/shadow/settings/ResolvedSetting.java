package io.chainbridge.shadow.settings;

/**
 * A setting as it held for a run.
 *
 * @param name of the property
 * @param value as the user wrote it, or what holds by default, in words; *** in place of a text
 *     that may hold a secret
 * @param origin property, environment or default
 */
public record ResolvedSetting(String name, String value, String origin) {}
