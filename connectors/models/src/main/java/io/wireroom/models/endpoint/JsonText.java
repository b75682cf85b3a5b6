package io.wireroom.models.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/** JSON from a stranger, read with no trust in it; Jackson's limits of depth and length hold. */
public final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 300;

  private JsonText() {}

  /** A missing node when it is no JSON. */
  public static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** A missing node when it is no JSON. */
  public static JsonNode parse(byte[] text) {
    return parse(new String(text, StandardCharsets.UTF_8));
  }

  /** A count of tokens, or -1 for what is none. */
  public static long count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0
        ? node.asLong()
        : -1;
  }

  /** Short enough for a message to an editor. */
  public static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
