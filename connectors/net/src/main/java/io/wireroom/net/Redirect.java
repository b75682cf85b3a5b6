package io.wireroom.net;

import java.net.URI;

/** The request that a redirect asks for. */
sealed interface Redirect {
  /** Send this one next; it is judged like any other. */
  record Go(Request request) implements Redirect {}

  /** Return the answer as it is. */
  record Stay() implements Redirect {}

  /** Do not follow. */
  record Stop(String reason) implements Redirect {}

  static Redirect of(Request request, Answer.Response response) {
    int status = response.status();
    var location = response.header("Location");
    if (!moved(status) || location.isEmpty()) {
      return new Stay();
    }
    try {
      return next(request, status, Location.of(request.url(), location.get()));
    } catch (IllegalArgumentException e) {
      return new Stop("the server redirects to something that is not an address");
    }
  }

  private static Redirect next(Request request, int status, URI url) {
    var from = Target.of(request.url());
    var to = Target.of(url);
    if (from.tls() && !to.tls()) {
      return new Stop("the server redirects from https to http");
    }
    boolean again = keepsBody(status, request.method());
    if (from.sameOrigin(to)) {
      return new Go(again ? request.to(url) : request.to(url).asGet());
    }
    if (again && request.body().length > 0) {
      return new Stop("the server redirects the body to another origin");
    }
    var clean = request.to(url).only(Headers.harmless(request.headers(), request.secrets()));
    return new Go(again ? clean : clean.asGet());
  }

  private static boolean moved(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** RFC 9110, 15.4: 303 always becomes GET, 301 and 302 do so for POST, 307 and 308 never do. */
  private static boolean keepsBody(int status, String method) {
    return switch (status) {
      case 303 -> method.equals("GET") || method.equals("HEAD");
      case 301, 302 -> !method.equals("POST");
      default -> true;
    };
  }
}
