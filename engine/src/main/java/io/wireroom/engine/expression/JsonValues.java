package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValDateTime;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValLocalDateTime;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValTime;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * JSON to FEEL values and back, exactly as the broker does it: whole numbers become 64-bit
 * integers, all others doubles; times and durations become ISO text; functions and ranges null.
 */
final class JsonValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonValues() {}

  static Val toVal(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> new ValContext(new JsonContext((ObjectNode) node));
      case ARRAY -> toList(node);
      case STRING -> new ValString(node.textValue());
      case BOOLEAN -> new ValBoolean(node.booleanValue());
      case NUMBER -> new ValNumber(new scala.math.BigDecimal(toDecimal(node)));
      case BINARY -> new ValString(node.asText());
      case NULL, MISSING, POJO -> ValNull$.MODULE$;
    };
  }

  static JsonNode toJson(Val value) {
    return switch (value) {
      case ValNumber number -> toNumber(number.value());
      case ValBoolean bool -> JSON.booleanNode(bool.value());
      case ValString text -> JSON.textNode(text.value());
      case ValList list -> toArray(list);
      case ValContext context -> toObject(context);
      case ValTime time -> JSON.textNode(time.value().format());
      case ValLocalTime time -> JSON.textNode(time.value().toString());
      case ValDate date -> JSON.textNode(date.value().toString());
      case ValDateTime time -> JSON.textNode(time.value().toString());
      case ValLocalDateTime time -> JSON.textNode(time.value().toString());
      case ValDayTimeDuration duration -> JSON.textNode(duration.value().toString());
      case ValYearMonthDuration duration -> JSON.textNode(duration.value().toString());
      default -> JSON.nullNode();
    };
  }

  private static BigDecimal toDecimal(JsonNode number) {
    return number.isIntegralNumber()
        ? new BigDecimal(number.bigIntegerValue())
        : BigDecimal.valueOf(number.doubleValue());
  }

  private static JsonNode toNumber(scala.math.BigDecimal number) {
    return number.isWhole()
        ? JSON.numberNode(number.longValue())
        : JSON.numberNode(number.doubleValue());
  }

  private static ValList toList(JsonNode array) {
    var items = new ArrayList<Val>(array.size());
    array.forEach(item -> items.add(toVal(item)));
    return new ValList(CollectionConverters.asScala(items).toList());
  }

  private static ArrayNode toArray(ValList list) {
    var array = JSON.arrayNode();
    var items = list.items().iterator();
    while (items.hasNext()) {
      array.add(toJson(items.next()));
    }
    return array;
  }

  private static ObjectNode toObject(ValContext context) {
    if (context.context() instanceof JsonContext json) {
      return json.object().deepCopy();
    }
    var object = JSON.objectNode();
    var entries = context.context().variableProvider().getVariables().iterator();
    while (entries.hasNext()) {
      var entry = entries.next();
      object.set(entry._1(), entry._2() instanceof Val value ? toJson(value) : JSON.nullNode());
    }
    return object;
  }
}
