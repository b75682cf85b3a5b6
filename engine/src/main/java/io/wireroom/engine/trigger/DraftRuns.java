package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.trigger.DraftEvents.Try;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Copies.Made;
import io.wireroom.engine.workflow.Drawings;
import io.wireroom.engine.workflow.Problem;
import java.util.Optional;

/**
 * Runs a draft as a copy, with values that a person gives; what is published is not touched.
 * Blocks; not for event loops.
 */
final class DraftRuns {
  private final Drawings drawings;
  private final Listenings listenings;
  private final Copies copies;
  private final DraftEvents events;
  private final Inbox inbox;

  DraftRuns(
      Drawings drawings, Listenings listenings, Copies copies, DraftEvents events, Inbox inbox) {
    this.drawings = drawings;
    this.listenings = listenings;
    this.copies = copies;
    this.events = events;
    this.inbox = inbox;
  }

  /**
   * What to run.
   *
   * @param start the start's element id; empty for the one that needs no event, else the first
   * @param given what the start would have got: a request's body, an entry, a form's fields, values
   */
  record Wish(String workflow, Optional<String> start, ObjectNode given) {}

  /**
   * The event's id; it is on disk, and its run begins by itself.
   *
   * @throws HttpProblem 404 without a workflow, 422 with the draft's or the values' problems
   */
  String run(Wish wish, String person, TriggerKind kind) {
    var xml = drawings.of(wish.workflow(), person);
    // why that one: what its run waits for can be sent to the addresses that listen
    var listened = listenings.copyOf(wish.workflow(), person, xml);
    if (listened.isPresent()) {
      return accept(wish, listened.get(), person, kind);
    }
    return switch (copies.make(wish.workflow(), 0, xml)) {
      case Made.Refused(var problems) ->
          throw new HttpProblem(
              422, "The draft has problems, so it cannot run.", Problem.details(problems));
      case Made.Copy copy -> {
        try {
          yield accept(wish, copy, person, kind);
        } finally {
          // why later: the copy stays while a run of it is under way, and its event has none yet
          copies.releaseLater(copy.definitionKey());
        }
      }
    };
  }

  private String accept(Wish wish, Made.Copy copy, String person, TriggerKind kind) {
    var tried = new Try(wish.workflow(), copy.diagram(), person, kind);
    return Future.await(inbox.accept(events.of(tried, wish.start(), wish.given()))).eventId();
  }
}
