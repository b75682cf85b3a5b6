package io.wireroom.testkit.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A frame of {@code application/vnd.amazon.eventstream}: lengths, CRC of the lengths, headers,
 * payload, CRC of all of it.
 */
public record EventFrame(Map<String, String> headers, byte[] payload) {
  private static final int PRELUDE = 12;
  private static final int STRING = 7;

  /** An event of this type with JSON in it. */
  public static EventFrame event(String type, String json) {
    return of("event", ":event-type", type, "application/json", json);
  }

  /** An event of this type with raw bytes in it. */
  public static EventFrame bytes(String type, byte[] payload) {
    var headers = headers("event", ":event-type", type, "application/octet-stream");
    return new EventFrame(headers, payload);
  }

  /** An exception in the middle of a stream. */
  public static EventFrame exception(String type, String json) {
    return of("exception", ":exception-type", type, "application/json", json);
  }

  private static EventFrame of(
      String message, String typeHeader, String type, String content, String json) {
    return new EventFrame(
        headers(message, typeHeader, type, content), json.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(
      String message, String typeHeader, String type, String content) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(typeHeader, type);
    headers.put(":content-type", content);
    headers.put(":message-type", message);
    return headers;
  }

  /** As it goes on the wire. */
  public byte[] encoded() {
    var head = new ByteArrayOutputStream();
    headers.forEach((name, value) -> header(head, name, value));
    int total = PRELUDE + head.size() + payload.length + 4;
    var out = ByteBuffer.allocate(total).putInt(total).putInt(head.size());
    out.putInt(crc(out.array(), 8));
    out.put(head.toByteArray()).put(payload);
    out.putInt(crc(out.array(), total - 4));
    return out.array();
  }

  /** The same with a wrong CRC at its end. */
  public byte[] damaged() {
    var bytes = encoded();
    bytes[bytes.length - 1] ^= 1;
    return bytes;
  }

  private static void header(ByteArrayOutputStream out, String name, String value) {
    var key = name.getBytes(StandardCharsets.UTF_8);
    var text = value.getBytes(StandardCharsets.UTF_8);
    out.write(key.length);
    out.writeBytes(key);
    out.write(STRING);
    out.write(text.length >> 8);
    out.write(text.length);
    out.writeBytes(text);
  }

  private static int crc(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
