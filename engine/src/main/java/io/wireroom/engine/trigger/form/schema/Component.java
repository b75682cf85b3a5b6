package io.wireroom.engine.trigger.form.schema;

import java.util.List;

/**
 * A part of a form that gives values.
 *
 * <p>{@code hide} is the expression that hides it, or empty; what is hidden gives no value.
 */
sealed interface Component {
  String hide();

  /** One value at {@code key}, a path with dots. */
  record Field(String key, String label, String hide, boolean required, Rule rule)
      implements Component {}

  /** Parts under a common path, which may be empty. */
  record Group(String path, String hide, List<Component> parts) implements Component {}

  /** Rows at {@code path}, each with these parts. */
  record Rows(String path, String label, String hide, List<Component> parts) implements Component {}
}
