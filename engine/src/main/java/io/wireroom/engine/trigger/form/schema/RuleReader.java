package io.wireroom.engine.trigger.form.schema;

import static io.wireroom.engine.trigger.form.schema.FormSchema.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A component's rule; what cannot be checked on the server becomes a fault. */
final class RuleReader {
  private static final int LINE = 10_000;
  private static final int TEXT = 50_000;
  private static final Pattern EMAIL =
      Pattern.compile(
          "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9-]{1,63}(\\.[a-zA-Z0-9-]{1,63}){0,9}$");
  private static final Pattern PHONE = Pattern.compile("^\\+?[0-9][0-9 ()./-]{3,28}[0-9]$");

  private final JsonNode component;
  private final JsonNode validate;
  private final String label;
  private final Optional<ObjectNode> run;
  private final List<String> faults;

  RuleReader(JsonNode component, String label, Optional<ObjectNode> run, List<String> faults) {
    this.component = component;
    this.validate = component.path("validate");
    this.label = label;
    this.run = run;
    this.faults = faults;
  }

  /** Empty for a kind of field that is not known. */
  Optional<Rule> rule(String type) {
    validate.properties().stream()
        .filter(rule -> rule.getValue().asText("").startsWith("="))
        .forEach(rule -> faults.add(computed(rule.getKey())));
    return switch (type) {
      case "textfield" -> Optional.of(line(LINE));
      case "textarea" -> Optional.of(line(TEXT));
      case "number" -> Optional.of(number());
      case "checkbox" -> Optional.of(new Rule.Tick());
      case "radio", "select" -> Optional.of(new Rule.OneOf(choices()));
      case "checklist", "taglist" -> Optional.of(new Rule.SomeOf(choices()));
      case "datetime" -> Optional.of(new Rule.Moment(moment()));
      default -> Optional.empty();
    };
  }

  private Rule line(int most) {
    var longest = Math.min(validate.path("maxLength").asInt(most), most);
    var shortest = validate.path("minLength").asInt(0);
    return switch (text(validate, "validationType")) {
      case "email" -> known(shortest, longest, EMAIL, "must be an email address");
      case "phone" -> known(shortest, longest, PHONE, "must be a phone number");
      default -> new Rule.Text(shortest, longest, pattern(), patternMessage());
    };
  }

  private static Rule known(int shortest, int longest, Pattern pattern, String message) {
    return new Rule.Text(shortest, longest, Optional.of(pattern), message);
  }

  private Optional<Pattern> pattern() {
    var pattern = text(validate, "pattern");
    if (pattern.isEmpty() || pattern.startsWith("=")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      faults.add("The pattern of '" + label + "' cannot be used: " + e.getDescription() + ".");
      return Optional.empty();
    }
  }

  private String patternMessage() {
    var own = text(validate, "patternErrorMessage");
    return own.isBlank() ? "does not have the form that is asked for" : own;
  }

  private Rule number() {
    var decimals = component.path("decimalDigits");
    return new Rule.Number(
        bound("min"),
        bound("max"),
        decimals.isIntegralNumber() ? Optional.of(decimals.asInt()) : Optional.empty(),
        component.path("serializeToString").asBoolean());
  }

  private Optional<BigDecimal> bound(String name) {
    var bound = validate.path(name);
    var text = bound.isNumber() || bound.isTextual() ? bound.asText().strip() : "";
    return text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private List<JsonNode> choices() {
    if (run.isPresent() && component.hasNonNull("valuesKey")) {
      return Paths.at(run.get(), component.path("valuesKey").asText())
          .valueStream()
          .map(choice -> choice.isObject() ? choice.path("value") : choice)
          .toList();
    }
    if (component.hasNonNull("valuesKey") || component.hasNonNull("valuesExpression")) {
      faults.add(
          "The choices of '" + label + "' come from the run, which begins after the form only.");
    }
    var values =
        component.path("values").valueStream().map(choice -> choice.path("value")).toList();
    if (values.isEmpty() && faults.isEmpty()) {
      faults.add("The field '" + label + "' has no choices.");
    }
    return values;
  }

  private String moment() {
    var kind = text(component, "subtype");
    return kind.isEmpty() ? "date" : kind;
  }

  private String computed(String rule) {
    return "The rule '"
        + rule
        + "' of '"
        + label
        + "' is computed, which the server cannot hold to.";
  }
}
