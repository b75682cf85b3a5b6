package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.engine.connector.ElementTemplate.Group;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What every connector's panel has: what becomes of the answer, of errors, and when to try again.
 */
final class StepProperties {
  private static final Pattern FIRST_NAME = Pattern.compile("\\{\\s*([A-Za-z]\\w*)");

  /** why "undefined": the panel asks with this word whether a field that was emptied is right. */
  private static final String DURATION =
      "^(undefined|P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?)?)?$";

  private StepProperties() {}

  static List<ObjectNode> of(ConnectorInfo info) {
    return List.of(
        resultVariable(), resultExpression(info), errorExpression(info), retries(), retryBackoff());
  }

  private static ObjectNode resultVariable() {
    return TemplateProperty.shown("resultVariable", "String", Group.OUTPUT.id(), "Name the answer")
        .help("Later steps find the whole answer under this name. One word, such as answer")
        .matching(
            "^([A-Za-z_][A-Za-z0-9_]*)?$",
            "Use one word of letters, digits and underscores, beginning with a letter.")
        .optional()
        .toHeader("resultVariable");
  }

  private static ObjectNode resultExpression(ConnectorInfo info) {
    var name = FIRST_NAME.matcher(info.response());
    var part = name.find() ? name.group(1) : "answer";
    return TemplateProperty.shown(
            "resultExpression", "Text", Group.OUTPUT.id(), "Keep parts of the answer")
        .help(
            "Names for the parts that later steps need, such as {%s: response.%s}. response is %s"
                .formatted(part, part, info.response()))
        .expression()
        .optional()
        .toHeader("resultExpression");
  }

  private static ObjectNode errorExpression(ConnectorInfo info) {
    return TemplateProperty.shown(
            "errorExpression", "Text", Group.ERRORS.id(), "Turn an answer into an error")
        .help(
            codes(info)
                + "For other cases say when, such as if error.code = \"HTTP_4XX\" then"
                + " bpmnError(\"GONE\", error.message) else null")
        .expression()
        .optional()
        .toHeader("errorExpression");
  }

  private static String codes(ConnectorInfo info) {
    if (info.errors().isEmpty()) {
      return "";
    }
    return info.errors().stream()
        .map(ErrorCode::code)
        .collect(Collectors.joining(", ", "The diagram can catch ", " as they are. "));
  }

  private static ObjectNode retries() {
    return TemplateProperty.shown("retries", "String", Group.RETRIES.id(), "Tries")
        .help("How often the step is tried before it waits for a person")
        .value("3")
        .matching("^[1-9][0-9]{0,2}$", "Use a number from 1 to 999.")
        .textOrExpression()
        .toTaskDefinition("retries");
  }

  private static ObjectNode retryBackoff() {
    return TemplateProperty.shown(
            "retryBackoff", "String", Group.RETRIES.id(), "Wait between tries")
        .help(
            "PT30S for 30 seconds, PT5M for 5 minutes. When empty: 5 seconds, then longer each"
                + " time")
        .matching(DURATION, "Write it like PT30S (30 seconds), PT5M (5 minutes) or PT1H (an hour).")
        .optional()
        .toHeader("retryBackoff");
  }
}
