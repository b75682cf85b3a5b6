package io.wireroom.engine.connector;

import io.wireroom.connector.Connector;
import io.wireroom.connector.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One input of a connector.
 *
 * @param type what the value must be, without the {@link Optional} around it
 */
record InputField(String name, Type type, Field field) {
  /** A connector's inputs in the form's order. */
  static List<InputField> of(Connector<?> connector) {
    return Stream.of(connector.input().getRecordComponents()).map(InputField::of).toList();
  }

  private static InputField of(RecordComponent component) {
    var field = component.getAnnotation(Field.class);
    if (field == null) {
      throw new IllegalArgumentException(
          "%s of %s needs a @Field"
              .formatted(component.getName(), component.getDeclaringRecord().getName()));
    }
    return new InputField(component.getName(), unwrapped(component.getGenericType()), field);
  }

  private static Type unwrapped(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }

  boolean required() {
    return field.required();
  }

  /** Whether its value is one short thing and no list or context. */
  boolean scalar() {
    return type instanceof Class<?> plain
        && (plain == String.class
            || plain == Boolean.class
            || Number.class.isAssignableFrom(plain));
  }
}
