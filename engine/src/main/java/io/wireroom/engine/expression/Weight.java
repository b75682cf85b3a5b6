package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValString;

/**
 * How large a value is when written out: one for each node and each character. Shared parts count
 * each time, so a small graph that unfolds to a huge document is heavy.
 */
final class Weight {
  private Weight() {}

  /** The weight, or any number above {@code limit} as soon as it is passed. */
  static long of(Val value, long limit) {
    return switch (value) {
      case ValString text -> 1L + text.value().length();
      case ValList list -> ofList(list, limit);
      case ValContext context -> ofContext(context, limit);
      default -> 1;
    };
  }

  /** The same for JSON. */
  static long of(JsonNode node) {
    long sum = 1L + (node.isTextual() ? node.textValue().length() : 0);
    for (var entry : node.properties()) {
      sum += entry.getKey().length() + of(entry.getValue());
    }
    if (node.isArray()) {
      for (var item : node) {
        sum += of(item);
      }
    }
    return sum;
  }

  private static long ofList(ValList list, long limit) {
    long sum = 1;
    var items = list.items().iterator();
    while (items.hasNext() && sum <= limit) {
      sum += of(items.next(), limit - sum);
    }
    return sum;
  }

  private static long ofContext(ValContext context, long limit) {
    if (context.context() instanceof JsonContext json) {
      return json.weight();
    }
    long sum = 1;
    var entries = context.context().variableProvider().getVariables().iterator();
    while (entries.hasNext() && sum <= limit) {
      var entry = entries.next();
      sum += entry._1().length();
      sum += entry._2() instanceof Val value ? of(value, limit - sum) : 1;
    }
    return sum;
  }
}
