package io.wireroom.engine.trigger.form.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.trigger.form.schema.Component.Field;
import io.wireroom.engine.trigger.form.schema.Component.Group;
import io.wireroom.engine.trigger.form.schema.Component.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * A submission held against its form: only what the form asks for is kept.
 *
 * @param values what the run gets; only meaningful without problems
 */
public record Submission(ObjectNode values, List<Problem> problems) {
  private static final int MOST_ROWS = 200;

  /** One field that the form refuses; {@code path} is its key. */
  public record Problem(String path, String message) {}

  /** Checks everything again that the page has checked, since anybody can post. */
  public static Submission check(FormSchema schema, ObjectNode submitted, Feel feel) {
    return check(schema, submitted, submitted.objectNode(), feel);
  }

  /**
   * The same for a step of a run.
   *
   * @param run the run's values, which decide with the submitted ones what is hidden
   */
  public static Submission check(
      FormSchema schema, ObjectNode submitted, ObjectNode run, Feel feel) {
    var check = new Check(feel);
    var known = JsonNodeFactory.instance.objectNode();
    schema.parts().forEach(part -> pick(part, submitted, known));
    var values = JsonNodeFactory.instance.objectNode();
    var seen = run.deepCopy();
    seen.setAll(known);
    check.all(schema.parts(), known, values, seen, "");
    return new Submission(values, List.copyOf(check.problems));
  }

  /** why before hiding is decided: a stranger's extra values must not take part in it. */
  private static void pick(Component part, ObjectNode from, ObjectNode to) {
    switch (part) {
      case Field field -> Paths.copy(from, to, field.key());
      case Rows rows -> Paths.copy(from, to, rows.path());
      case Group group ->
          group
              .parts()
              .forEach(
                  inner -> {
                    if (group.path().isEmpty()) {
                      pick(inner, from, to);
                    } else if (Paths.at(from, group.path()) instanceof ObjectNode below) {
                      pick(inner, below, Paths.object(to, group.path()));
                    }
                  });
    }
  }

  private static final class Check {
    private final Feel feel;
    private final List<Problem> problems = new ArrayList<>();

    Check(Feel feel) {
      this.feel = feel;
    }

    /**
     * @param seen what expressions see
     * @param prefix of the paths of problems
     */
    void all(
        List<Component> parts, ObjectNode from, ObjectNode to, ObjectNode seen, String prefix) {
      for (var part : parts) {
        if (!hidden(part.hide(), seen)) {
          switch (part) {
            case Field field -> one(field, from, to, prefix);
            case Group group -> group(group, from, to, seen, prefix);
            case Rows rows -> rows(rows, from, to, seen, prefix);
          }
        }
      }
    }

    private void one(Field field, ObjectNode from, ObjectNode to, String prefix) {
      var value = Paths.at(from, field.key());
      if (field.rule().isNothing(value)) {
        if (field.required()) {
          refuse(prefix + field.key(), field.label() + " is required.");
        }
        Paths.set(to, field.key(), field.rule().nothing());
        return;
      }
      field
          .rule()
          .problem(value)
          .ifPresentOrElse(
              fault -> refuse(prefix + field.key(), field.label() + ": " + fault + "."),
              () -> Paths.set(to, field.key(), field.rule().kept(value)));
    }

    private void group(
        Group group, ObjectNode from, ObjectNode to, ObjectNode seen, String prefix) {
      if (group.path().isEmpty()) {
        all(group.parts(), from, to, seen, prefix);
        return;
      }
      var below = Paths.at(from, group.path()) instanceof ObjectNode o ? o : from.objectNode();
      all(group.parts(), below, Paths.object(to, group.path()), seen, prefix + group.path() + ".");
    }

    private void rows(Rows rows, ObjectNode from, ObjectNode to, ObjectNode seen, String prefix) {
      var given = Paths.at(from, rows.path());
      var list = given instanceof ArrayNode array ? array : from.arrayNode();
      if (list.size() > MOST_ROWS) {
        refuse(prefix + rows.path(), rows.label() + ": at most " + MOST_ROWS + " rows.");
        return;
      }
      var kept = to.arrayNode();
      for (int i = 0; i < list.size(); i++) {
        var row = from.objectNode();
        if (list.get(i) instanceof ObjectNode posted) {
          rows.parts().forEach(part -> pick(part, posted, row));
        }
        var inRow = seen.deepCopy().setAll(row);
        all(
            rows.parts(),
            row,
            kept.addObject(),
            (ObjectNode) inRow,
            prefix + rows.path() + "[" + i + "].");
      }
      Paths.set(to, rows.path(), kept);
    }

    private boolean hidden(String expression, ObjectNode seen) {
      return !expression.isBlank()
          && feel.evaluate(expression, seen) instanceof FeelResult.Value(JsonNode hides)
          && hides.isBoolean()
          && hides.booleanValue();
    }

    private void refuse(String path, String message) {
      problems.add(new Problem(path, message));
    }
  }
}
