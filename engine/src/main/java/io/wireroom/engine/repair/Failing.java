package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.IncidentView;
import io.wireroom.engine.workflow.DrawnElement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The value that stopped a step, as far as the record and the drawing tell.
 *
 * @param name of the value
 * @param expression that uses it
 * @param value what it is now; null when there is none
 */
record Failing(String name, Optional<String> expression, JsonNode value) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern MISSING =
      Pattern.compile("No variable found with name '([^']{1,200})'");
  private static final Pattern EXPRESSION =
      Pattern.compile("expression:? '((?:[^']|'(?=[^ ,.:]))*)'");
  private static final Pattern INPUT =
      Pattern.compile("input is not right: ([\\p{L}_][\\p{L}\\p{N}_]*)");

  static Optional<Failing> of(
      IncidentView incident, Optional<DrawnElement> drawn, ObjectNode values) {
    var said = incident.said();
    var expression = first(EXPRESSION, said);
    return first(MISSING, said)
        .or(() -> first(INPUT, said).filter(name -> isInput(name, drawn, values)))
        .or(() -> expression.flatMap(text -> names(text).stream().filter(values::has).findFirst()))
        .or(() -> expression.flatMap(text -> names(text).stream().findFirst()))
        .map(
            name ->
                new Failing(
                    name,
                    expression
                        .or(
                            () ->
                                drawn.flatMap(d -> Optional.ofNullable(d.expressions().get(name))))
                        .or(() -> drawn.flatMap(d -> uses(d, name))),
                    values.has(name) ? values.get(name) : NullNode.getInstance()));
  }

  private static boolean isInput(String name, Optional<DrawnElement> drawn, ObjectNode values) {
    return values.has(name) || drawn.filter(d -> d.expressions().containsKey(name)).isPresent();
  }

  String sentence() {
    var what = value.isNull() ? "'" + name + "' has no value" : "'" + name + "' is the reason";
    return expression.map(text -> what + " in " + text + ".").orElse(what + ".");
  }

  private static Optional<String> uses(DrawnElement drawn, String name) {
    return drawn.expressions().values().stream()
        .filter(text -> names(text).contains(name))
        .findFirst();
  }

  /** The names in an expression; those in its texts left out. */
  static Set<String> names(String expression) {
    var names = new LinkedHashSet<String>();
    var found = NAME.matcher(expression.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\""));
    while (found.find()) {
      names.add(found.group());
    }
    return names;
  }

  private static Optional<String> first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
