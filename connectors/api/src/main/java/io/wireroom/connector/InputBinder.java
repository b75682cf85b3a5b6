package io.wireroom.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;

/**
 * Turns a step's input values into the connector's record, in the engine and in the testkit alike.
 *
 * <p>Null and blank text count as not given: an editor who empties a field means just that.
 */
public final class InputBinder {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private InputBinder() {}

  /**
   * Binds {@code values} to {@code type}.
   *
   * @throws InvalidInput with a sentence for the editor
   */
  public static <I extends Record> I bind(ObjectNode values, Class<I> type) {
    var given = JSON.createObjectNode();
    for (var component : type.getRecordComponents()) {
      var value = values.path(component.getName());
      if (!absent(value)) {
        given.set(component.getName(), value);
      } else if (isRequired(component)) {
        throw new InvalidInput(component.getName() + " is required and has no value");
      }
    }
    try {
      return JSON.treeToValue(given, type);
    } catch (ValueInstantiationException e) {
      throw new InvalidInput(rootMessage(e));
    } catch (JsonMappingException e) {
      throw new InvalidInput(Mismatch.words(e, given));
    } catch (JsonProcessingException e) {
      throw new InvalidInput(e.getOriginalMessage());
    }
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isBlank());
  }

  private static boolean isRequired(RecordComponent component) {
    var field = component.getAnnotation(Field.class);
    return field != null && field.required();
  }

  private static String rootMessage(ValueInstantiationException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  /** The values do not fit the connector's input; the message is a sentence for the editor. */
  public static final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidInput(String message) {
      super(message);
    }
  }
}
