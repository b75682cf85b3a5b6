package io.wireroom.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes gzip and deflate. Runs on the caller's virtual thread and never holds more than the limit.
 */
final class Inflation {
  private static final int MAX_LAYERS = 2;

  private Inflation() {}

  /** The response with its body inflated; as it is when its encoding is not one we asked for. */
  static Answer of(Answer.Response response, long maxBytes) {
    var layers = layers(response);
    if (layers.isEmpty() || response.body().length == 0) {
      return response;
    }
    if (layers.size() > MAX_LAYERS) {
      return new Answer.TooLarge("the answer is compressed " + layers.size() + " times over");
    }
    if (!layers.stream().allMatch(Inflation::known)) {
      return response;
    }
    var body = response.body();
    try {
      for (var layer : layers.reversed()) {
        body = inflated(layer, body, maxBytes);
        if (body.length > maxBytes) {
          return new Answer.TooLarge("the answer inflates to more than " + maxBytes + " bytes");
        }
      }
    } catch (IOException e) {
      return new Answer.Unreachable("the answer's compressed body is damaged");
    }
    return new Answer.Response(response.status(), plain(response), body, response.url());
  }

  private static List<String> layers(Answer.Response response) {
    return response.headers().stream()
        .filter(h -> h.getKey().equalsIgnoreCase("Content-Encoding"))
        .flatMap(h -> Arrays.stream(h.getValue().split(",")))
        .map(layer -> Headers.lower(layer.strip()))
        .filter(layer -> !layer.isEmpty() && !layer.equals("identity"))
        .toList();
  }

  private static boolean known(String layer) {
    return switch (layer) {
      case "gzip", "x-gzip", "deflate" -> true;
      default -> false;
    };
  }

  /** One byte more than the limit at most, so that the caller sees that there was more. */
  private static byte[] inflated(String layer, byte[] body, long maxBytes) throws IOException {
    int limit = (int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8);
    try (var in = stream(layer, body)) {
      return in.readNBytes(limit);
    }
  }

  private static InputStream stream(String layer, byte[] body) throws IOException {
    var in = new ByteArrayInputStream(body);
    if (!layer.equals("deflate")) {
      return new GZIPInputStream(in, 8192);
    }
    // why: "deflate" means zlib, and some servers send it without zlib's two-byte head.
    boolean zlib =
        body.length > 1
            && (body[0] & 0x0f) == 8
            && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
    var inflater = new Inflater(!zlib);
    return new InflaterInputStream(in, inflater, 8192) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private static List<Map.Entry<String, String>> plain(Answer.Response response) {
    return response.headers().stream()
        .filter(h -> !h.getKey().equalsIgnoreCase("Content-Encoding"))
        .filter(h -> !h.getKey().equalsIgnoreCase("Content-Length"))
        .toList();
  }
}
