package io.wireroom.engine.trigger;

import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Copies.Made;
import io.wireroom.engine.workflow.Webhook;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Drafts that listen for requests at addresses of their own. In memory: after a restart the
 * designer listens again.
 *
 * <p>{@link #at} is for event loops; everything else blocks.
 */
final class Listenings {
  private static final Duration TIME = Duration.ofMinutes(30);
  private static final int TOKEN_BYTES = 18;

  private final Copies copies;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Listening> byToken = new ConcurrentHashMap<>();

  Listenings(Copies copies, Clock clock) {
    this.copies = copies;
    this.clock = clock;
  }

  /** Begins to listen with this drawing; the same drawing goes on at the same addresses. */
  Begun begin(String workflow, String person, String xml) {
    var now = of(workflow, person);
    if (now.isPresent() && now.get().xml().equals(xml)) {
      var longer = now.get().until(clock.instant().plus(TIME));
      byToken.put(longer.token(), longer);
      return new Begun.Listens(longer);
    }
    return switch (copies.make(workflow, 0, xml)) {
      case Made.Refused refused -> new Begun.Refused(refused);
      case Made.Copy copy -> {
        // why the same token: whoever got the address goes on using it after a change of the draft
        var token = now.map(Listening::token).orElseGet(this::newToken);
        var fresh = new Listening(token, workflow, person, xml, copy, clock.instant().plus(TIME));
        byToken.put(token, fresh);
        now.ifPresent(old -> copies.release(old.copy().definitionKey()));
        yield new Begun.Listens(fresh);
      }
    };
  }

  Optional<Listening> of(String workflow, String person) {
    endOld();
    return byToken.values().stream()
        .filter(l -> l.workflow().equals(workflow) && l.person().equals(person))
        .findFirst();
  }

  /** The copy that listens with exactly this drawing. */
  Optional<Made.Copy> copyOf(String workflow, String person, String xml) {
    return of(workflow, person).filter(l -> l.xml().equals(xml)).map(Listening::copy);
  }

  /** False when it did not listen. */
  boolean end(String workflow, String person) {
    var listening = of(workflow, person);
    listening.ifPresent(this::end);
    return listening.isPresent();
  }

  private void end(Listening listening) {
    if (byToken.remove(listening.token(), listening)) {
      copies.release(listening.copy().definitionKey());
    }
  }

  private void endOld() {
    byToken.values().stream()
        .filter(l -> l.until().isBefore(clock.instant()))
        .toList()
        .forEach(this::end);
  }

  /** Where a request goes that came with this token; empty when nobody listens any more. */
  Optional<HookIntake.Place> at(String token, String path) {
    return Optional.ofNullable(byToken.get(token))
        .filter(l -> l.until().isAfter(clock.instant()))
        .map(
            l ->
                new HookIntake.Place(
                    l.webhooks().stream().filter(hook -> hook.path().equals(path)).toList(),
                    Optional.of(l.workflow()),
                    true));
  }

  private String newToken() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A draft that listens. */
  record Listening(
      String token, String workflow, String person, String xml, Made.Copy copy, Instant until) {
    /** Those on starts, then those for which its runs wait. */
    List<Webhook> webhooks() {
      return copy.diagram().allHooks();
    }

    Listening until(Instant later) {
      return new Listening(token, workflow, person, xml, copy, later);
    }
  }

  /** What came of it. */
  sealed interface Begun {
    /** Requests are taken now. */
    record Listens(Listening listening) implements Begun {}

    /** The draft has errors. */
    record Refused(Made.Refused why) implements Begun {}
  }
}
