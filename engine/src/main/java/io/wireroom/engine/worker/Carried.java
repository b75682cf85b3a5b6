package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.LargeValues;
import io.wireroom.engine.document.WholeValues;
import io.wireroom.engine.process.Verdict;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Large values on their way through a job: whole for the connector, references for the broker. */
final class Carried {
  private final LargeValues large;
  private final WholeValues whole;

  Carried(Documents documents) {
    this.large = new LargeValues(documents);
    this.whole = new WholeValues(documents);
  }

  /** The inputs as the connector takes them. */
  ObjectNode inputs(ObjectNode values, Class<? extends Record> input) {
    return whole.inputs(values, texts(input));
  }

  private static Set<String> texts(Class<? extends Record> input) {
    return Stream.of(input.getRecordComponents())
        .filter(component -> isText(component.getGenericType()))
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private static boolean isText(Type type) {
    return type == String.class
        || (type instanceof ParameterizedType optional
            && optional.getActualTypeArguments()[0] == String.class);
  }

  /** What the step's expressions see. */
  Outcome outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var output) -> new Outcome.Done(large.readable(output));
      case Outcome.TryAgain again -> again;
      case Outcome.Unknown unknown -> unknown;
      case Outcome.Rejected rejected -> rejected;
      case Outcome.Broken broken -> broken;
    };
  }

  /** What the broker takes. */
  Verdict verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Complete(var variables) -> new Verdict.Complete(taken(variables));
      case Verdict.Fail fail -> fail;
      case Verdict.Throw(var code, var message, var variables) ->
          new Verdict.Throw(code, message, taken(variables));
    };
  }

  private ObjectNode taken(ObjectNode variables) {
    return LargeValues.mayBeLarge(variables) ? large.takenOut(variables) : variables;
  }
}
