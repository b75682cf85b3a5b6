package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Interruptible;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.models.Comparison;
import io.wireroom.models.Models;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The same prompts on each route of a model. It says first how many calls that is and what they may
 * cost; a caller who hangs up ends it.
 */
public final class CompareRoutes implements Routes {
  private static final int MOST_CALLS = 100;
  private static final int MOST_PROMPTS = 50;
  private static final int LONGEST_PROMPT = 20_000;
  private static final int LONGEST_ANSWER = 4_000;
  private static final int USUAL_ANSWER = 300;

  private final Vertx vertx;
  private final Models models;
  private final Audit audit;
  private final Semaphore free = new Semaphore(1);

  public CompareRoutes(Vertx vertx, Models models, Audit audit) {
    this.vertx = vertx;
    this.models = models;
    this.audit = audit;
  }

  /**
   * What is asked.
   *
   * @param confirmed the number of calls that the person said yes to
   */
  private record Asked(
      String who,
      String alias,
      List<String> routes,
      List<ModelRequest> prompts,
      Optional<Integer> confirmed) {}

  @Override
  public void mount(Router router) {
    router.post("/api/models/:alias/compare").handler(this::compare);
  }

  private void compare(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var asked = asked(Json.object(context), caller.name(), Params.path(context, "alias"));
    var plan =
        models
            .plan(asked.alias, asked.routes, asked.prompts)
            .orElseThrow(
                () -> new HttpProblem(404, "There is no such model, or it has no such route."));
    if (plan.calls() > MOST_CALLS) {
      throw new HttpProblem(
          422, plan.calls() + " calls are too many; " + MOST_CALLS + " is the most.");
    }
    if (asked.confirmed.filter(yes -> yes == plan.calls()).isEmpty()) {
      Json.send(context, 200, ComparisonJson.asks(plan));
      return;
    }
    if (!free.tryAcquire()) {
      throw HttpProblem.retryLater(
          429, "Models are being compared already; one at a time.", Duration.ofSeconds(10));
    }
    var work = new Interruptible();
    context.response().closeHandler(gone -> work.interrupt());
    var answer =
        Blocking.awaiting(vertx, () -> work.of(() -> answer(asked, plan)))
            .onComplete(done -> free.release());
    Json.respond(context, 200, answer);
  }

  private ObjectNode answer(Asked asked, Comparison.Plan plan) {
    // why before: what was spent is written down, whatever happens then
    audit.keep(asked.who, "compare routes", asked.alias, plan.calls() + " calls");
    return models
        .compare(asked.alias, asked.routes, asked.prompts)
        .map(ComparisonJson::of)
        .orElseThrow(() -> new HttpProblem(409, "The models changed meanwhile; ask again."));
  }

  private static Asked asked(ObjectNode body, String who, String alias) {
    int longest = body.path("maxTokens").asInt(USUAL_ANSWER);
    if (longest < 1 || longest > LONGEST_ANSWER) {
      throw new HttpProblem(422, "maxTokens must be from 1 to " + LONGEST_ANSWER + ".");
    }
    var prompts = texts(body.path("prompts"), "prompts", LONGEST_PROMPT);
    if (prompts.isEmpty() || prompts.size() > MOST_PROMPTS) {
      throw new HttpProblem(422, "prompts must have 1 to " + MOST_PROMPTS + " texts.");
    }
    var confirm = body.path("confirm");
    return new Asked(
        who,
        alias,
        texts(body.path("routes"), "routes", 100),
        prompts.stream().map(prompt -> request(prompt, longest)).toList(),
        confirm.isInt() ? Optional.of(confirm.intValue()) : Optional.empty());
  }

  private static ModelRequest request(String prompt, int longest) {
    return new ModelRequest(
        List.of(new Message(Message.Role.USER, prompt)),
        Optional.empty(),
        Optional.of(longest),
        Optional.empty());
  }

  private static List<String> texts(JsonNode given, String name, int longest) {
    var texts = new ArrayList<String>();
    for (var text : given) {
      if (!text.isTextual() || text.textValue().isBlank() || text.textValue().length() > longest) {
        throw new HttpProblem(
            422, "%s must be texts of at most %d characters.".formatted(name, longest));
      }
      texts.add(text.textValue());
    }
    if (!given.isMissingNode() && !given.isArray()) {
      throw new HttpProblem(422, name + " must be a list.");
    }
    return texts;
  }
}
