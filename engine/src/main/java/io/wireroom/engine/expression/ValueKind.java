package io.wireroom.engine.expression;

import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValDateTime;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValLocalDateTime;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValTime;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;

/** What a value is, which its JSON does not tell: a date is text there. */
final class ValueKind {
  private ValueKind() {}

  static String of(Val value) {
    return switch (value) {
      case ValString text -> "text";
      case ValNumber number -> "number";
      case ValBoolean bool -> "boolean";
      case ValList list -> "list";
      case ValContext context -> "object";
      case ValDate date -> "date";
      case ValDateTime time -> "date and time";
      case ValLocalDateTime time -> "date and time";
      case ValTime time -> "time";
      case ValLocalTime time -> "time";
      case ValDayTimeDuration duration -> "duration";
      case ValYearMonthDuration duration -> "duration";
      default -> "nothing";
    };
  }
}
