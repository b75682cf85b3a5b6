package io.wireroom.engine.access;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Map;
import java.util.Optional;

/** Signing in and out, and API tokens. */
public final class AccessRoutes implements Routes {
  private static final String ADMIN = "admin";

  private final Vertx vertx;
  private final Access access;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Audit audit;

  public AccessRoutes(Vertx vertx, Access access, Tokens tokens, Sessions sessions, Audit audit) {
    this.vertx = vertx;
    this.access = access;
    this.tokens = tokens;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/session").handler(this::signIn);
    router.route("/api/*").handler(access);
    router.get("/api/session").handler(AccessRoutes::whoAmI);
    router.delete("/api/session").handler(this::signOut);
    router.post("/api/sign-in-codes").handler(this::issueCode);
    router.get("/api/tokens").handler(this::listTokens);
    router.post("/api/tokens").handler(this::createToken);
    router.delete("/api/tokens/:name").handler(this::revokeToken);
  }

  private void signIn(RoutingContext context) {
    var body = Json.object(context);
    var caller = caller(body.path("code").asText(""), body.path("token").asText(""));
    if (caller.isEmpty()) {
      throw new HttpProblem(
          401, "This sign-in link was used or is too old. Get a new one: ./wireroom sign-in");
    }
    Blocking.call(vertx, () -> sessions.open(caller.get()))
        .onSuccess(secret -> context.response().addCookie(cookie(secret)).setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private Optional<Caller> caller(String code, String token) {
    if (!code.isEmpty()) {
      return sessions.redeem(code) ? Optional.of(new Caller(ADMIN, Role.ADMIN)) : Optional.empty();
    }
    return token.isEmpty() ? Optional.empty() : tokens.holder(token.strip());
  }

  private static Cookie cookie(String secret) {
    return Cookie.cookie(Access.COOKIE, secret)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setMaxAge(Sessions.SESSION.toSeconds());
  }

  private static void whoAmI(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    Json.send(context, 200, Map.of("name", caller.name(), "role", caller.role().word()));
  }

  private void signOut(RoutingContext context) {
    var cookie = context.request().getCookie(Access.COOKIE);
    if (cookie == null) {
      context.response().setStatusCode(204).end();
      return;
    }
    Blocking.call(
            vertx,
            () -> {
              sessions.close(cookie.getValue());
              return true;
            })
        .onSuccess(
            done -> context.response().addCookie(cookie("").setMaxAge(0)).setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private void issueCode(RoutingContext context) {
    Access.require(context, Role.ADMIN);
    Json.send(context, 201, Map.of("code", sessions.issueCode()));
  }

  private void listTokens(RoutingContext context) {
    Access.require(context, Role.ADMIN);
    Json.respond(context, 200, Blocking.call(vertx, () -> Map.of("items", tokens.list())));
  }

  private void createToken(RoutingContext context) {
    var by = Access.require(context, Role.ADMIN);
    var body = Json.object(context);
    var name = body.path("name").asText("");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new HttpProblem(
          422, "name must be 1 to 64 letters, digits, dots, dashes or underscores.");
    }
    var role =
        Role.of(body.path("role").asText(""))
            .orElseThrow(
                () -> new HttpProblem(422, "role must be viewer, author, operator or admin."));
    Json.respond(context, 201, Blocking.call(vertx, () -> createToken(name, role, by.name())));
  }

  private Map<String, String> createToken(String name, Role role, String by) {
    var secret =
        tokens
            .create(name, role, by)
            .orElseThrow(
                () -> new HttpProblem(409, "There is a token named " + name + " already."));
    audit.keep(by, "create token", name, role.word());
    return Map.of("name", name, "role", role.word(), "token", secret);
  }

  private void revokeToken(RoutingContext context) {
    var by = Access.require(context, Role.ADMIN);
    var name = Params.path(context, "name");
    Blocking.call(
            vertx,
            () -> {
              if (!tokens.revoke(name)) {
                throw new HttpProblem(404, "There is no token named " + name + ".");
              }
              sessions.closeAllOf(name);
              audit.keep(by.name(), "revoke token", name, "");
              return true;
            })
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }
}
