package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** {@code application/x-www-form-urlencoded}, in UTF-8. */
final class FormBody {
  private FormBody() {}

  /**
   * The fields.
   *
   * @throws HttpProblem 422 when it is none
   */
  static ObjectNode read(byte[] bytes) {
    if (bytes[0] == '{' || bytes[0] == '[') {
      throw new HttpProblem(
          422,
          "The body looks like JSON but is called a form; send Content-Type: application/json.");
    }
    var fields = new FormFields();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '&') {
        if (i > start) {
          addField(Arrays.copyOfRange(bytes, start, i), fields);
        }
        start = i + 1;
      }
    }
    return fields.node();
  }

  private static void addField(byte[] pair, FormFields fields) {
    int equals = 0;
    while (equals < pair.length && pair[equals] != '=') {
      equals++;
    }
    var name = decode(Arrays.copyOfRange(pair, 0, equals));
    var value =
        equals < pair.length ? decode(Arrays.copyOfRange(pair, equals + 1, pair.length)) : "";
    fields.add(name, JsonNodeFactory.instance.textNode(value));
  }

  private static String decode(byte[] encoded) {
    var out = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%') {
        out.write(hex(encoded, i + 1) * 16 + hex(encoded, i + 2));
        i += 2;
      } else {
        out.write(encoded[i] == '+' ? ' ' : encoded[i]);
      }
    }
    return StrictText.decode(out.toByteArray(), StandardCharsets.UTF_8, "A form's field");
  }

  private static int hex(byte[] bytes, int index) {
    var digit = index < bytes.length ? Character.digit((char) bytes[index], 16) : -1;
    if (digit < 0) {
      throw new HttpProblem(422, "The form has a % without two hexadecimal digits.");
    }
    return digit;
  }
}
