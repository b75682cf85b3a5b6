package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.Webhook.Place.CATCH;
import static io.wireroom.engine.workflow.Webhook.Place.START;

import io.wireroom.engine.expression.Feel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is wrong with a diagram's webhooks, each by itself and side by side. */
final class WebhookCheck {
  private final Feel feel;
  private final Predicate<String> connectionExists;

  WebhookCheck(Feel feel, Predicate<String> connectionExists) {
    this.feel = feel;
    this.connectionExists = connectionExists;
  }

  List<Problem> problems(Diagram diagram) {
    var problems = new ArrayList<Problem>();
    for (var element : diagram.misplacedHooks()) {
      problems.add(
          Problem.at(
              element.getAttribute("id"),
              "A webhook cannot stand here.",
              "Put it on a start, a message event or a receive task."));
    }
    var all = Stream.concat(diagram.webhooks().stream(), diagram.catchHooks().stream()).toList();
    for (var webhook : all) {
      checkAlone(webhook, problems);
      all.stream()
          .takeWhile(other -> other != webhook)
          .filter(webhook::overlaps)
          .forEach(other -> checkBeside(other, webhook, problems));
    }
    return problems;
  }

  private void checkAlone(Webhook webhook, List<Problem> problems) {
    var id = webhook.elementId();
    for (var fault : webhook.faults()) {
      problems.add(Problem.at(id, fault, "Change it in the webhook's settings."));
    }
    for (var expression : webhook.expressions()) {
      if (!expression.isBlank()) {
        feel.problem(expression)
            .ifPresent(failed -> problems.add(Problem.of(id, expression, failed)));
      }
    }
    checkConnection(webhook, problems);
  }

  private void checkConnection(Webhook webhook, List<Problem> problems) {
    var name = webhook.auth().connection();
    if (name.isEmpty() && webhook.auth().needsConnection()) {
      problems.add(
          Problem.warning(
                  webhook.elementId(),
                  "The webhook refuses every request: no connection holds its secret.",
                  "Choose the connection that holds the secret.")
              .about("connection"));
    } else if (!name.isEmpty() && !connectionExists.test(name)) {
      problems.add(
          Problem.warning(
                  webhook.elementId(),
                  "The webhook refuses every request: there is no connection " + name + ".",
                  "Create the connection, or choose another one.")
              .about("connection"));
    }
  }

  private static void checkBeside(Webhook first, Webhook second, List<Problem> problems) {
    var id = second.elementId();
    var beside = first.elementId() + " has the same webhook path";
    if (first.place() == START && second.place() == START) {
      problems.add(
          Problem.at(id, "The start " + beside + ".", "Give each start a path of its own."));
      return;
    }
    if (!first.auth().equals(second.auth())) {
      problems.add(
          Problem.at(
              id,
              "The element " + beside + " and lets in others.",
              "Give both the same sign-in, or paths of their own."));
    }
    // why: whether a run waits or a new one begins is decided by the key, so both must give one
    if (first.place() == START && second.place() == CATCH && first.correlationKey().isEmpty()) {
      problems.add(
          Problem.at(
              first.elementId(),
              "The event " + id + " has the same webhook path, so this start needs a key as well.",
              "Give the start the correlation key of the event."));
    }
  }
}
