package io.wireroom.library.http;

import io.wireroom.library.Addresses;
import io.wireroom.library.MediaType;
import io.wireroom.net.Answer;
import io.wireroom.net.Request;

/** What a failed call says to a person: the status and the beginning of the server's words. */
final class Excerpt {
  private static final int LONGEST = 300;

  private Excerpt() {}

  static String of(Request request, Answer.Response response, Credentials.Found credentials) {
    var said = body(response, credentials);
    return Addresses.named(request)
        + " answered "
        + response.status()
        + (said.isEmpty() ? "" : ": " + said);
  }

  private static String body(Answer.Response response, Credentials.Found credentials) {
    var type = MediaType.of(response);
    if (!(type.isJson() || type.isText()) || type.name().equals("text/html")) {
      return "";
    }
    var text = type.decode(response.body());
    for (var secret : credentials.secrets()) {
      text = text.replace(secret, "•••");
    }
    return cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
  }

  // why at white space only: half a secret in some encoding would slip past the worker's mask.
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var end = text.lastIndexOf(' ', LONGEST);
    return end < 0 ? "" : text.substring(0, end) + " …";
  }
}
