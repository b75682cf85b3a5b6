package io.wireroom.engine.monitor;

import io.wireroom.engine.history.AwaitedThing;
import io.wireroom.engine.history.OpenStep;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.monitor.Waiting.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says what each open step waits for; the one place that puts it into words.
 *
 * @param brokerIsThere whether the broker answers now
 * @param served whether a worker of ours takes jobs of a type
 */
record Waits(boolean brokerIsThere, Predicate<String> served, TimeWords times) {
  private static final int LONGEST = 160;

  List<Waiting> of(List<OpenStep> open) {
    return open.stream().flatMap(step -> of(step).stream()).toList();
  }

  /** In the order in which the causes hide each other. Empty for a step that works. */
  private Optional<Waiting> of(OpenStep open) {
    return incident(open)
        .or(() -> person(open))
        .or(() -> called(open))
        .or(() -> broker(open))
        .or(() -> backOff(open))
        .or(() -> event(open))
        .or(() -> job(open));
  }

  private static Optional<Waiting> incident(OpenStep open) {
    return open.step()
        .error()
        .filter(error -> error.incidentKey().isPresent())
        .map(error -> Waiting.of(open.step(), Kind.INCIDENT, "for a repair: " + error.message()));
  }

  private Optional<Waiting> person(OpenStep open) {
    if (!open.step().type().equals("userTask")) {
      return Optional.empty();
    }
    var name = "for a person to do “" + open.step().name() + "”";
    return Optional.of(
        attached(open)
            .map(
                due ->
                    Waiting.of(open.step(), Kind.PERSON, name + ", or " + times.until(due))
                        .until(due))
            .orElseGet(() -> Waiting.of(open.step(), Kind.PERSON, name)));
  }

  /** When the first timer that is attached to the step goes off. */
  private static Optional<Instant> attached(OpenStep open) {
    return open.things().stream().flatMap(thing -> thing.dueAt().stream()).min(Instant::compareTo);
  }

  private static Optional<Waiting> called(OpenStep open) {
    if (!open.step().type().equals("callActivity")) {
      return Optional.empty();
    }
    return Optional.of(
        open.called()
            .map(run -> Waiting.of(open.step(), Kind.WORKFLOW, text(run)).run(run.key()))
            .orElseGet(
                () -> Waiting.of(open.step(), Kind.WORKFLOW, "for the workflow that it calls")));
  }

  private static String text(Run run) {
    return "for the workflow “" + run.name() + "”, which is " + run.status().word();
  }

  private Optional<Waiting> broker(OpenStep open) {
    return brokerIsThere || open.step().type().equals("multiInstanceBody")
        ? Optional.empty()
        : Optional.of(
            Waiting.of(
                open.step(), Kind.BROKER, "for the broker, which does not answer at the moment"));
  }

  private Optional<Waiting> backOff(OpenStep open) {
    return open.last()
        .flatMap(
            last ->
                last.nextAt()
                    .map(
                        next -> {
                          var left = last.retriesLeft().orElse(0);
                          var tries = left == 1 ? "1 try is left" : left + " tries are left";
                          var text = times.until(next) + ", then it is tried again; " + tries;
                          return Waiting.of(open.step(), Kind.BACKOFF, text)
                              .until(next)
                              .message(last.error().map(Waits::brief), Optional.empty());
                        }));
  }

  /** What the last try said, without its details: “the model x is saturated, …”. */
  private static String brief(String error) {
    var clause = error.lines().findFirst().orElse("").split(": ", 2)[0];
    return clause.length() <= LONGEST ? clause : clause.substring(0, LONGEST) + "…";
  }

  private Optional<Waiting> event(OpenStep open) {
    var type = open.step().type();
    if (!List.of("intermediateCatchEvent", "receiveTask", "eventBasedGateway").contains(type)) {
      return Optional.empty();
    }
    var things =
        open.things().stream()
            .filter(
                thing ->
                    type.equals("eventBasedGateway")
                        || thing.elementId().equals(open.step().elementId()))
            .toList();
    if (things.isEmpty()) {
      return Optional.of(Waiting.of(open.step(), Kind.MESSAGE, "for something to happen"));
    }
    var first = things.getFirst();
    var text = String.join(", or ", things.stream().map(this::words).toList());
    var kind = first.dueAt().isPresent() ? Kind.TIMER : Kind.MESSAGE;
    var waiting =
        Waiting.of(open.step(), kind, text).message(first.message(), first.correlationKey());
    return Optional.of(attached(open).map(waiting::until).orElse(waiting));
  }

  private String words(AwaitedThing thing) {
    return thing
        .dueAt()
        .map(times::until)
        .orElseGet(
            () ->
                "for the message “%s”%s"
                    .formatted(
                        thing.message().orElse(""),
                        thing
                            .correlationKey()
                            .filter(key -> !key.isEmpty())
                            .map(key -> " with the key " + key)
                            .orElse("")));
  }

  private Optional<Waiting> job(OpenStep open) {
    return open.step()
        .connector()
        .filter(type -> !served.test(type))
        .map(
            type ->
                Waiting.of(
                    open.step(), Kind.JOB, "for a worker that takes jobs of “" + type + "”"));
  }
}
