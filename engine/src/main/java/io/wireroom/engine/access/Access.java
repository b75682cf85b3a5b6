package io.wireroom.engine.access;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who calls. Mounted before every route of {@code /api}; what the caller may do is
 * decided by {@link #require} in the route.
 */
public final class Access implements Handler<RoutingContext> {
  static final String COOKIE = "wireroom_session";
  private static final String CALLER = "caller";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Tokens tokens;
  private final Sessions sessions;

  public Access(Tokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public void handle(RoutingContext context) {
    var caller = byToken(context).or(() -> bySession(context));
    if (caller.isEmpty()) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"wireroom\"");
      context.fail(
          new HttpProblem(401, "Sign in, or send an API token as Authorization: Bearer …"));
      return;
    }
    context.put(CALLER, caller.get());
    context.next();
  }

  /** The caller, when the role suffices; otherwise the request ends with 403. */
  public static Caller require(RoutingContext context, Role role) {
    Caller caller = context.get(CALLER);
    if (caller == null) {
      throw tooLittle(role);
    }
    require(caller, role);
    return caller;
  }

  /** Refuses with 403 when what is asked for turns out to need more than the route did. */
  public static void require(Caller caller, Role role) {
    if (!caller.role().covers(role)) {
      throw tooLittle(role);
    }
  }

  private static HttpProblem tooLittle(Role role) {
    return new HttpProblem(
        403, "This needs the role " + role.word() + "; ask the admin for a token that has it.");
  }

  /** Who holds the request's bearer token. */
  public Optional<Caller> byToken(RoutingContext context) {
    var header = context.request().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    return holder(header.substring(7).strip());
  }

  /** Who holds this API token. */
  public Optional<Caller> holder(String token) {
    return tokens.holder(token);
  }

  private Optional<Caller> bySession(RoutingContext context) {
    if (context.request().getHeader("Authorization") != null) {
      return Optional.empty();
    }
    var caller = Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue);
    if (caller.isPresent() && !sameOrigin(context)) {
      throw new HttpProblem(
          403, "A state change with a session must come from Wireroom's own page.");
    }
    return caller.flatMap(sessions::holder);
  }

  private static boolean sameOrigin(RoutingContext context) {
    var request = context.request();
    if (READING.contains(request.method())) {
      return true;
    }
    var origin = request.getHeader("Origin");
    return origin != null
        && request.authority() != null
        && origin.equals(request.scheme() + "://" + request.authority());
  }
}
