package io.chainbridge.shadow.gatling;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/**
 * Preferences of a JVM in which Gatling does not ask the internet for its latest release: when it
 * did so last is in them, and here that is always just now. With the preferences of the JDK it asks
 * in each run, and keeps the time as XML, which it takes half a second to load all classes for.
 *
 * <p>They forget whatever is put into them. Thread-safe.
 */
public final class NoReleaseCheck implements PreferencesFactory {
  private static final Preferences PREFERENCES = new Node(null, "");

  @Override
  public Preferences systemRoot() {
    return PREFERENCES;
  }

  @Override
  public Preferences userRoot() {
    return PREFERENCES;
  }

  private static final class Node extends AbstractPreferences {
    private static final String[] NONE = {};

    private Node(@Nullable AbstractPreferences parent, String name) {
      super(parent, name);
    }

    @Override
    protected @Nullable String getSpi(String key) {
      return key.equals("lastCheckTimestamp") ? String.valueOf(Long.MAX_VALUE) : null;
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Node(this, name);
    }

    @Override
    protected String[] keysSpi() {
      return NONE;
    }

    @Override
    protected String[] childrenNamesSpi() {
      return NONE;
    }

    @Override
    protected void putSpi(String key, String value) {}

    @Override
    protected void removeSpi(String key) {}

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
