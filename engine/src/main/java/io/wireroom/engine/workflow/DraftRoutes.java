package io.wireroom.engine.workflow;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Drafts.Draft;
import io.wireroom.engine.workflow.Drafts.Saved;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The diagrams of a workflow: the caller's own draft, and every published version. */
public final class DraftRoutes implements Routes {
  private static final Pattern DRAFT_TAG = Pattern.compile("\"draft-([0-9]{1,9})\"");

  private final Vertx vertx;
  private final Drafts drafts;
  private final Versions versions;
  private final DiagramCheck check;

  public DraftRoutes(Vertx vertx, Drafts drafts, Versions versions, DiagramCheck check) {
    this.vertx = vertx;
    this.drafts = drafts;
    this.versions = versions;
    this.check = check;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/workflows/:id/draft").handler(this::read);
    router.put("/api/workflows/:id/draft").handler(this::save);
    router.delete("/api/workflows/:id/draft").handler(this::discard);
    router.get("/api/workflows/:id/versions/:version").handler(this::version);
  }

  private void read(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    var id = Params.path(context, "id");
    Blocking.call(vertx, () -> shown(id, caller.name()))
        .onSuccess(
            shown -> {
              context
                  .response()
                  .putHeader("Content-Type", "application/xml; charset=utf-8")
                  .putHeader("ETag", shown.tag());
              shown
                  .savedAt()
                  .ifPresent(
                      at -> context.response().putHeader("Wireroom-Saved-At", at.toString()));
              shown
                  .base()
                  .ifPresent(
                      base ->
                          context
                              .response()
                              .putHeader("Wireroom-Base-Version", String.valueOf(base)));
              context.response().end(shown.xml());
            })
        .onFailure(context::fail);
  }

  private void version(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var id = Params.path(context, "id");
    var number = Params.path(context, "version");
    Blocking.call(vertx, () -> published(id, number))
        .onSuccess(
            xml ->
                context
                    .response()
                    .putHeader("Content-Type", "application/xml; charset=utf-8")
                    .end(xml))
        .onFailure(context::fail);
  }

  private String published(String id, String number) {
    return versions.of(id).stream()
        .filter(v -> String.valueOf(v.version()).equals(number))
        .findFirst()
        .map(Versions.Version::xml)
        .orElseThrow(
            () -> new HttpProblem(404, "There is no version " + number + " of " + id + "."));
  }

  private Shown shown(String id, String person) {
    return drafts
        .find(id, person)
        .map(d -> new Shown(d.xml(), tag(d), d.basedOn(), Optional.of(d.updatedAt())))
        .or(
            () ->
                versions
                    .latest(id)
                    .map(
                        v ->
                            new Shown(
                                v.xml(),
                                "\"version-" + v.version() + "\"",
                                Optional.of(v.version()),
                                Optional.empty())))
        .orElseThrow(() -> WorkflowRoutes.unknown(id));
  }

  private void save(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    var xml = body(context);
    var seen = seen(context.request().getHeader("If-Match"));
    var base = base(context.request().getHeader("Wireroom-Base-Version"));
    Blocking.call(vertx, () -> save(id, caller.name(), xml, seen, base))
        .onSuccess(
            answer -> {
              context.response().putHeader("ETag", answer.tag());
              Json.send(context, 200, answer);
            })
        .onFailure(context::fail);
  }

  private Answer save(
      String id, String person, String xml, OptionalInt seen, Optional<Integer> base) {
    var diagram = diagram(id, xml);
    var stands =
        drafts.find(id, person).isPresent()
            ? base
            : base.or(() -> versions.latest(id).map(Versions.Version::version));
    return switch (drafts.save(diagram, person, xml, seen, stands)) {
      case Saved.Conflict conflict ->
          throw new HttpProblem(
              412, "This draft was saved elsewhere since you opened it. Load it, or keep both.");
      case Saved.Kept(var draft) -> answer(draft);
    };
  }

  private Answer answer(Draft draft) {
    return new Answer(
        check.problems(draft.xml()), draft.updatedAt().toString(), draft.basedOn(), tag(draft));
  }

  private static Diagram diagram(String id, String xml) {
    Diagram diagram;
    try {
      diagram = Diagram.parse(xml);
    } catch (Diagram.NotADiagram e) {
      throw new HttpProblem(
          422,
          e.problem().message() + " What was saved before is kept.",
          List.of(new HttpProblem.Detail("", e.problem().message())));
    }
    if (!diagram.id().equals(id)) {
      throw new HttpProblem(
          422, "The diagram's process id is " + diagram.id() + ", the address says " + id + ".");
    }
    return diagram;
  }

  /** Starts a draft from a diagram that the caller has none of yet. */
  void begin(String xml, String person) {
    var diagram = diagram(Diagram.parse(xml).id(), xml);
    var base = versions.latest(diagram.id()).map(Versions.Version::version);
    switch (drafts.save(diagram, person, xml, OptionalInt.empty(), base)) {
      case Saved.Kept kept -> {}
      case Saved.Conflict conflict ->
          throw new HttpProblem(409, "You have a draft of " + diagram.id() + " already.");
    }
  }

  private void discard(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    Blocking.call(vertx, () -> drafts.discard(id, caller.name()))
        .onSuccess(
            gone -> {
              if (gone) {
                context.response().setStatusCode(204).end();
              } else {
                context.fail(new HttpProblem(404, "You have no draft of " + id + "."));
              }
            })
        .onFailure(context::fail);
  }

  private static String body(RoutingContext context) {
    var body = context.body().buffer();
    if (body == null || body.length() == 0) {
      throw new HttpProblem(422, "The body must be a BPMN diagram.");
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static Optional<Integer> base(@Nullable String header) {
    return Optional.ofNullable(header).filter(v -> v.matches("[0-9]{1,9}")).map(Integer::valueOf);
  }

  private static OptionalInt seen(@Nullable String ifMatch) {
    if (ifMatch == null) {
      return OptionalInt.empty();
    }
    var matcher = DRAFT_TAG.matcher(ifMatch.strip());
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private static String tag(Draft draft) {
    return "\"draft-" + draft.revision() + "\"";
  }

  /** {@code savedAt} is empty for a published version, which has no draft. */
  private record Shown(String xml, String tag, Optional<Integer> base, Optional<Instant> savedAt) {}

  /** What saving answers. */
  record Answer(
      List<Problem> problems,
      String updatedAt,
      Optional<Integer> baseVersion,
      @com.fasterxml.jackson.annotation.JsonIgnore String tag) {}
}
