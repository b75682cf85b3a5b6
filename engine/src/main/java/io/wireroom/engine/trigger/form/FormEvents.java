package io.wireroom.engine.trigger.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.ResultMapping;
import io.wireroom.engine.trigger.StartVariables;
import io.wireroom.engine.trigger.form.schema.Submission;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.FormStart;
import io.wireroom.engine.workflow.MessageStart;
import java.time.Clock;
import java.util.Optional;

/** Turns a submission into an event of the inbox. Not for an event loop. */
public final class FormEvents {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Feel feel;
  private final StartVariables values;
  private final Clock clock;

  public FormEvents(Feel feel, Clock clock) {
    this.feel = feel;
    this.values = new StartVariables(feel);
    this.clock = clock;
  }

  /**
   * The event of one submission.
   *
   * @param sender who is signed in; empty on a public form
   * @throws HttpProblem 422 with what the form refuses, field by field
   */
  public NewEvent of(FormStart form, ObjectNode submitted, String sender) {
    var submission = Submission.check(form.schema(), submitted, feel);
    if (!submission.problems().isEmpty()) {
      throw new HttpProblem(
          422,
          "Some fields need another value.",
          submission.problems().stream()
              .map(p -> new HttpProblem.Detail(p.path(), p.message()))
              .toList());
    }
    var id = Inbox.newId();
    var now = clock.instant();
    var request = NODES.objectNode().put("method", "POST").put("path", form.path());
    request.putObject("query");
    request.putObject("headers");
    request.set("body", submission.values());
    request.put("receivedAt", now.toString()).put("id", id);
    if (!sender.isEmpty()) {
      request.put("sender", sender);
    }
    var name = new MessageStart(form.workflow(), form.elementId()).messageName();
    var target = new Target.Message(form.workflow(), form.elementId(), name, Optional.empty());
    return NewEvent.of(
        id, TriggerKind.FORM, target, request, variables(form, submission.values(), request), now);
  }

  private ObjectNode variables(FormStart form, ObjectNode submitted, ObjectNode request) {
    var context = submitted.deepCopy();
    context.set("form", submitted);
    context.set("request", request);
    return switch (values.map(
        form.resultVariable(), form.resultExpression(), submitted, context, submitted)) {
      case ResultMapping.Variables(var variables) -> variables;
      case ResultMapping.Failed(var reason) -> throw new HttpProblem(422, reason);
    };
  }
}
