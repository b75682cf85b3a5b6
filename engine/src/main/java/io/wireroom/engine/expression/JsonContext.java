package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.Val;
import scala.Option;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** A JSON object as a FEEL context; entries become FEEL values when they are first asked for. */
final class JsonContext extends CustomContext implements VariableProvider {
  private final ObjectNode object;
  private final Map<String, Val> values = new HashMap<>();
  private long weight = -1;

  JsonContext(ObjectNode object) {
    this.object = object;
  }

  ObjectNode object() {
    return object;
  }

  long weight() {
    if (weight < 0) {
      weight = Weight.of(object);
    }
    return weight;
  }

  @Override
  public VariableProvider variableProvider() {
    return this;
  }

  @Override
  public Option<Object> getVariable(String name) {
    if (!object.has(name)) {
      return Option.empty();
    }
    return Option.apply(values.computeIfAbsent(name, n -> JsonValues.toVal(object.path(n))));
  }

  @Override
  public Iterable<String> keys() {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return CollectionConverters.asScala(names);
  }
}
