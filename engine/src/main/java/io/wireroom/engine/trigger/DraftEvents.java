package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.ResultMapping;
import io.wireroom.engine.trigger.form.FormEvents;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.FeedStart;
import io.wireroom.engine.workflow.FormStart;
import io.wireroom.engine.workflow.MessageStart;
import io.wireroom.engine.workflow.Webhook;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes of values that a person gives the event that a start of a draft's copy would have made of
 * them: a request's body, a feed's entry, a form's fields, or the values themselves. Blocks, within
 * the limits of expressions.
 */
final class DraftEvents {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final HookEvents hooks;
  private final FormEvents forms;
  private final StartVariables values;
  private final Clock clock;

  DraftEvents(HookEvents hooks, Feel feel, Clock clock) {
    this.hooks = hooks;
    this.forms = new FormEvents(feel, clock);
    this.values = new StartVariables(feel);
    this.clock = clock;
  }

  /** Who tries what: the {@code workflow} is that of the draft, the {@code copy} what runs. */
  record Try(String workflow, Diagram copy, String person, TriggerKind kind) {}

  /**
   * The event for a start.
   *
   * @param start the start's element id; empty for the one that needs no event, else the first
   * @throws HttpProblem 422 when there is no such start, or its settings refuse the values
   */
  NewEvent of(Try tried, Optional<String> start, ObjectNode given) {
    var copy = tried.copy();
    var byEvent = copy.copyStarts();
    var named = start.flatMap(id -> byEvent.stream().filter(is(id)).findFirst());
    if (named.isEmpty() && copy.hasNoneStart() && start.map(copy::isNoneStart).orElse(true)) {
      var target = new Target.Create(tried.workflow(), copy.id());
      return event(tried, target, request(tried, "", "", given), given);
    }
    var message =
        named
            .or(() -> start.isEmpty() ? byEvent.stream().findFirst() : Optional.empty())
            .orElseThrow(() -> noStart(start));
    return byMessage(tried, message, given);
  }

  private static Predicate<MessageStart> is(String id) {
    return start -> start.elementId().equals(id);
  }

  private static HttpProblem noStart(Optional<String> start) {
    return new HttpProblem(
        422,
        start
            .map(id -> "The draft has no start " + id + ".")
            .orElse("The draft has no start. Add what it begins with."));
  }

  private NewEvent byMessage(Try tried, MessageStart start, ObjectNode given) {
    var copy = tried.copy();
    var id = start.elementId();
    var hook = of(copy.webhooks(), Webhook::elementId, id);
    if (hook.isPresent()) {
      return byHook(tried, hook.get(), given);
    }
    var target = new Target.Message(tried.workflow(), id, start.messageName(), Optional.empty());
    var form = of(copy.forms(), FormStart::elementId, id);
    if (form.isPresent()) {
      var sent = forms.of(form.get(), given, tried.person());
      return event(tried, target, sent.request(), sent.variables());
    }
    var feed = of(copy.feeds(), FeedStart::elementId, id);
    if (feed.isPresent()) {
      var request = request(tried, "GET", feed.get().url(), given);
      return event(tried, target, request, entry(feed.get(), given));
    }
    return event(tried, target, request(tried, "", "", given), given);
  }

  private static <T> Optional<T> of(List<T> starts, Function<T, String> elementId, String id) {
    return starts.stream().filter(one -> elementId.apply(one).equals(id)).findFirst();
  }

  private NewEvent byHook(Try tried, Webhook hook, ObjectNode body) {
    var method = hook.method().equals("ANY") ? "POST" : hook.method();
    var request = request(tried, method, hook.path(), body);
    request.putObject("query");
    request.putObject("headers");
    var target = hooks.target(hook, tried.workflow(), request);
    return event(tried, target, request, hooks.variables(hook, request));
  }

  private ObjectNode entry(FeedStart feed, ObjectNode entry) {
    var context = NODES.objectNode();
    context.set("entry", entry);
    context.putObject("feed").put("title", "").put("url", feed.url());
    return switch (values.map(
        feed.resultVariable(), feed.resultExpression(), entry, context, context)) {
      case ResultMapping.Variables(var variables) -> variables;
      case ResultMapping.Failed(var reason) -> throw new HttpProblem(422, reason);
    };
  }

  private ObjectNode request(Try tried, String method, String path, ObjectNode body) {
    var request = NODES.objectNode();
    request.put("id", Inbox.newId()).put("receivedAt", clock.instant().toString());
    request.put("by", tried.person());
    if (!method.isEmpty()) {
      request.put("method", method).put("path", path);
    }
    request.set("body", body);
    return request;
  }

  private NewEvent event(Try tried, Target target, ObjectNode request, ObjectNode variables) {
    return new NewEvent(
        request.path("id").asText(),
        tried.kind(),
        target,
        request,
        List.of(),
        variables,
        Optional.empty(),
        Optional.empty(),
        "",
        true,
        clock.instant());
  }
}
