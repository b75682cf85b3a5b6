package io.wireroom.engine.access;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each role may all that the ones before it may. */
public enum Role {
  VIEWER,
  AUTHOR,
  OPERATOR,
  ADMIN;

  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    for (var role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
