package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.KeptEvent;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Copies.Made;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Problem;
import io.wireroom.engine.workflow.Versions;
import io.wireroom.engine.workflow.Webhook;
import java.time.Clock;
import java.util.Optional;

/**
 * Runs an event again, as a new event: on the newest version, or on a copy of the version that it
 * ran on, or of a draft. Blocks; not for event loops.
 */
public final class Replays {
  private final Inbox inbox;
  private final RunQueries runs;
  private final Versions versions;
  private final Drafts drafts;
  private final Copies copies;
  private final HookEvents events;
  private final Clock clock;

  public Replays(
      Inbox inbox,
      RunQueries runs,
      Versions versions,
      Drafts drafts,
      Copies copies,
      HookEvents events,
      Clock clock) {
    this.inbox = inbox;
    this.runs = runs;
    this.versions = versions;
    this.drafts = drafts;
    this.copies = copies;
    this.events = events;
    this.clock = clock;
  }

  /** Which diagram takes the event. */
  enum On {
    SAME,
    NEWEST,
    DRAFT
  }

  /** The new event's id; it is on disk. */
  String replay(String eventId, On on, String person) {
    var kept =
        inbox
            .kept(eventId)
            .orElseThrow(() -> new HttpProblem(404, "There is no event " + eventId + "."));
    kept.whyNotAgain()
        .ifPresent(
            why -> {
              throw new HttpProblem(409, why);
            });
    var newest = versions.latest(kept.workflow());
    var ranOn = ranOn(kept);
    return switch (on) {
      case NEWEST -> onNewest(kept, newest.orElseThrow(() -> gone(kept)));
      case SAME ->
          newest.filter(v -> ranOn.isEmpty() || v.version() == ranOn.get()).isPresent()
              ? onNewest(kept, newest.get())
              : onCopy(kept, ranOn.orElseThrow(() -> gone(kept)), person);
      case DRAFT -> onCopy(kept, 0, person);
    };
  }

  private Optional<Integer> ranOn(KeptEvent kept) {
    return kept.runKey().flatMap(runs::run).map(Run::version);
  }

  private static HttpProblem gone(KeptEvent kept) {
    return new HttpProblem(409, "The workflow " + kept.workflow() + " is not published.");
  }

  private String onNewest(KeptEvent kept, Versions.Version version) {
    return accept(again(kept, Diagram.parse(version.xml()), false));
  }

  private String onCopy(KeptEvent kept, int version, String person) {
    var xml =
        version == 0
            ? drafts.find(kept.workflow(), person).map(Drafts.Draft::xml)
            : versions.of(kept.workflow()).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .map(Versions.Version::xml);
    return switch (copies.make(
        kept.workflow(), version, xml.orElseThrow(() -> noDrawing(kept, version)))) {
      case Made.Refused(var problems) ->
          throw new HttpProblem(
              422, "That diagram has problems, so it cannot run.", Problem.details(problems));
      case Made.Copy copy -> {
        try {
          yield accept(again(kept, copy.diagram(), true));
        } finally {
          // why at once: the copy stays while a run of it is under way, and for a while without any
          copies.releaseLater(copy.definitionKey());
        }
      }
    };
  }

  private static HttpProblem noDrawing(KeptEvent kept, int version) {
    return new HttpProblem(
        409,
        version == 0
            ? "You have no draft of " + kept.workflow() + "."
            : "Version " + version + " of " + kept.workflow() + " is not there any more.");
  }

  /** The same event for this diagram, shaped as its start says. */
  private NewEvent again(KeptEvent kept, Diagram diagram, boolean copy) {
    var id = Inbox.newId();
    var request = kept.request().deepCopy().put("id", id);
    var hook = webhook(kept, diagram);
    ObjectNode variables =
        hook.filter(h -> kept.cameByWebhook())
            .map(h -> events.variables(h, request))
            .orElse(kept.variables());
    return kept.again(
        id, target(kept, diagram, hook, request, copy), request, variables, copy, clock);
  }

  private Target target(
      KeptEvent kept, Diagram diagram, Optional<Webhook> hook, ObjectNode request, boolean copy) {
    if (hook.isPresent()) {
      return events.target(hook.get(), kept.workflow(), request);
    }
    if (kept.target() instanceof Target.Create && diagram.hasNoneStart()) {
      return new Target.Create(kept.workflow(), diagram.id());
    }
    var starts = copy ? diagram.copyStarts() : diagram.messageStarts();
    if (kept.target() instanceof Target.Message message
        && starts.stream().anyMatch(s -> s.elementId().equals(message.elementId()))) {
      return new Target.Message(
          kept.workflow(),
          message.elementId(),
          "wireroom:" + diagram.id() + ":" + message.elementId(),
          Optional.empty());
    }
    throw new HttpProblem(409, "That diagram has no start that takes this event.");
  }

  /** The webhook that takes it: at the same element, else at the same path, else the first. */
  private static Optional<Webhook> webhook(KeptEvent kept, Diagram diagram) {
    var hooks = diagram.webhooks();
    return hooks.stream()
        .filter(hook -> hook.elementId().equals(kept.target().elementId()))
        .findFirst()
        .or(
            () ->
                hooks.stream()
                    .filter(hook -> hook.path().equals(kept.request().path("path").asText()))
                    .findFirst());
  }

  private String accept(NewEvent event) {
    return Future.await(inbox.accept(event)).eventId();
  }
}
