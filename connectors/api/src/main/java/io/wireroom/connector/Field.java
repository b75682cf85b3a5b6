package io.wireroom.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the designer shows one input. The order of the record's components is the form's order. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  /** The label, sentence case. */
  String label();

  /** One line of help. */
  String help() default "";

  /** What the form shows. */
  Editor editor() default Editor.LINE;

  /** The value that a new step starts with; as text, or a FEEL expression after {@code =}. */
  String value() default "";

  /** For {@link Editor#CHOICE}: the allowed values. */
  String[] choices() default {};

  /** True when a step without it cannot run. */
  boolean required() default false;

  /** The control of an input; {@code FEEL} takes expressions only (lists, contexts, numbers). */
  enum Editor {
    LINE,
    TEXT,
    CHOICE,
    FEEL
  }
}
