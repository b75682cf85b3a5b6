package io.wireroom.library.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Step;
import io.wireroom.library.Addresses;
import io.wireroom.library.Deadline;
import io.wireroom.net.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The request that an input stands for. */
final class RequestWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Methods that change nothing, and those that may change the same thing again. */
  static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  static final Set<String> IDEMPOTENT = Set.of("PUT", "DELETE");

  private RequestWriter() {}

  static Request write(HttpConnector.Input input, Step step, Credentials.Found credentials) {
    var method = input.verb();
    var headers = new ArrayList<Map.Entry<String, String>>(input.fields());
    credentials
        .headers()
        .forEach(own -> headers.removeIf(h -> h.getKey().equalsIgnoreCase(own.getKey())));
    headers.addAll(credentials.headers());
    var body = input.body().map(RequestWriter::body).orElse(Body.NONE);
    if (input.body().isPresent() && !has(headers, "Content-Type")) {
      headers.add(Map.entry("Content-Type", body.type()));
    }
    if (!SAFE.contains(method) && !has(headers, "Idempotency-Key")) {
      headers.add(Map.entry("Idempotency-Key", step.effectKey()));
    }
    if (!has(headers, "Accept")) {
      headers.add(Map.entry("Accept", "application/json, */*;q=0.5"));
    }
    var limits = Deadline.within(step, input.limit()).maxBytes(input.maxBytes().orElse(1_000_000L));
    return new Request(
        method,
        url(input),
        headers,
        body.bytes(),
        limits,
        input.redirects().orElse(0),
        credentials.names());
  }

  private static boolean has(List<Map.Entry<String, String>> headers, String name) {
    return headers.stream().anyMatch(h -> h.getKey().equalsIgnoreCase(name));
  }

  /** The address as people may see it: a query may hold anything. */
  static String shown(HttpConnector.Input input) {
    var url = Addresses.web(input.url());
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }

  private static URI url(HttpConnector.Input input) {
    var url = Addresses.web(input.url());
    var added = input.query().map(RequestWriter::query).orElse("");
    if (added.isEmpty()) {
      return url;
    }
    var text = url.toString();
    var fragment = text.indexOf('#');
    var bare = fragment < 0 ? text : text.substring(0, fragment);
    return URI.create(bare + (bare.indexOf('?') < 0 ? "?" : "&") + added);
  }

  private static String query(ObjectNode query) {
    return query.properties().stream()
        .flatMap(
            entry ->
                Values.all(entry.getKey(), entry.getValue()).stream()
                    .map(value -> encode(entry.getKey()) + "=" + encode(value.asText())))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  // why: a body typed into the form as {"a": 1} arrives as text and is meant as JSON.
  private static Body body(JsonNode body) {
    if (!body.isTextual()) {
      return new Body(body.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }
    var bytes = body.textValue().getBytes(StandardCharsets.UTF_8);
    return isJson(body.textValue())
        ? new Body(bytes, "application/json")
        : new Body(bytes, "text/plain; charset=utf-8");
  }

  private static boolean isJson(String text) {
    var start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return false;
    }
    try {
      JSON.readTree(text);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private record Body(byte[] bytes, String type) {
    static final Body NONE = new Body(new byte[0], "");
  }
}
