package io.wireroom.engine.trigger.auth;

import java.util.Optional;
import java.util.Set;

/** What became of the question who calls. */
public sealed interface HookVerdict {
  /**
   * The caller may. Remove these fields before anything is stored.
   *
   * @param withheldHeaders in small letters
   * @param withheldQuery names of query parameters
   */
  record Passed(Set<String> withheldHeaders, Set<String> withheldQuery) implements HookVerdict {
    public Passed {
      withheldHeaders = Set.copyOf(withheldHeaders);
      withheldQuery = Set.copyOf(withheldQuery);
    }

    static Passed withholding(String... headers) {
      return new Passed(Set.of(headers), Set.of());
    }
  }

  /**
   * The caller may not. Answer with the status and the message, keep the reason for the inbox.
   *
   * @param reason for the people of the workflow
   * @param message for the caller; tells nothing secret
   * @param signIn the value of {@code WWW-Authenticate}, where the kind has one
   */
  record Refused(int status, String reason, String message, Optional<String> signIn)
      implements HookVerdict {
    static Refused because(String reason) {
      return new Refused(401, reason, "The request could not be verified.", Optional.empty());
    }

    static Refused toldTo(String signIn, String reason) {
      return new Refused(401, reason, "The request could not be verified.", Optional.of(signIn));
    }
  }

  /**
   * The provider asks whether the address is ours: answer this, start nothing. Send it with {@code
   * X-Content-Type-Options: nosniff}.
   */
  record Challenge(int status, String contentType, String body) implements HookVerdict {
    static Challenge echo(String text) {
      return new Challenge(200, "text/plain; charset=utf-8", text);
    }
  }
}
