package io.wireroom.engine.connections;

import io.wireroom.engine.connections.ConnectionType.Fault;
import java.util.Optional;
import java.util.function.Function;

/**
 * One field of a type of credential.
 *
 * @param secret whether its value is masked, and hidden while somebody types it
 * @param check what is wrong with a value that is there, as a sentence; empty when nothing is
 */
record CredentialField(
    String name,
    String label,
    boolean secret,
    boolean required,
    String help,
    Function<String, Optional<String>> check) {
  private static final int LONGEST = 20_000;

  static CredentialField secret(String name, String label, int least, String help) {
    return new CredentialField(name, label, true, true, help, value -> atLeast(least, value));
  }

  static CredentialField open(String name, String label, String help) {
    return new CredentialField(name, label, false, true, help, CredentialField::oneLine);
  }

  CredentialField optional() {
    return new CredentialField(name, label, secret, false, help, check);
  }

  /** The same with a rule of its own instead. */
  CredentialField checked(Function<String, Optional<String>> own) {
    return new CredentialField(name, label, secret, required, help, own);
  }

  Optional<Fault> fault(String value) {
    if (value.isBlank()) {
      return required ? Optional.of(new Fault(name, label + " is required.")) : Optional.empty();
    }
    if (value.length() > LONGEST) {
      return Optional.of(new Fault(name, label + " is longer than " + LONGEST + " characters."));
    }
    return check.apply(value).map(message -> new Fault(name, message));
  }

  // why at least: what is masked in everything that leaves a step must not be a common word
  private static Optional<String> atLeast(int least, String value) {
    if (value.strip().length() < least) {
      return Optional.of(
          "This is too short: use at least "
              + least
              + " characters, so that it can be masked"
              + " where it must not be shown.");
    }
    return oneLine(value);
  }

  static Optional<String> oneLine(String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.of("This has a line break or control character in it; it must be one line.");
    }
    return value.equals(value.strip())
        ? Optional.empty()
        : Optional.of("This begins or ends with a space.");
  }
}
