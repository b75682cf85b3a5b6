package io.wireroom.engine.trigger.form.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.expression.Feel;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class SubmissionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Feel feel = new Feel(Clock.systemUTC());

  @Test
  void keepsWhatTheFormAsksForAndDropsTheRest() {
    var submission =
        check(
            "{'type': 'textfield', 'key': 'name'}, {'type': 'checkbox', 'key': 'ok'}",
            "{'name': 'Ada', 'wireroomEvent': 'x', '__proto__': {}, 'more': 1}");

    assertThat(submission.problems()).isEmpty();
    assertThat(submission.values()).isEqualTo(json("{'name': 'Ada', 'ok': false}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'textfield', 'validate': {'required': true}            | ''      | is required",
        "'checkbox', 'validate': {'required': true}             | false   | is required",
        "'checklist', 'validate': {'required': true}, 'values': [{'value': 'a'}] | [] | is required",
        "'textfield'                                            | 7       | must be text",
        "'textfield'                                            | {'a': 1} | must be text",
        "'textfield', 'validate': {'minLength': 3}              | 'ab'    | at least 3",
        "'textarea', 'validate': {'maxLength': 3}               | 'abcd'  | at most 3",
        "'textfield', 'validate': {'pattern': '^[A-Z]+$'}       | 'abc'   | form that is asked for",
        "'textfield', 'validate': {'validationType': 'email'}   | 'a@'    | email address",
        "'textfield', 'validate': {'validationType': 'phone'}   | 'call'  | phone number",
        "'number'                                               | 'many'  | must be a number",
        "'number', 'validate': {'min': 1}                       | 0       | at least 1",
        "'number', 'validate': {'max': 9}                       | 10      | at most 9",
        "'number', 'decimalDigits': 2                           | 1.234   | at most 2 digits",
        "'select', 'values': [{'value': 'a'}]                   | 'b'     | one of the choices",
        "'radio', 'values': [{'value': 1}]                      | '1'     | one of the choices",
        "'taglist', 'values': [{'value': 'a'}]                  | ['b']   | some of the choices",
        "'datetime', 'subtype': 'date'                          | '2026-02-30' | must be a date",
        "'datetime', 'subtype': 'time'                          | '25:00' | must be a time",
        "'checkbox'                                             | 'yes'   | yes or no",
      })
  void refusesWhatTheRulesForbid(String field, String value, String reason) {
    var submission =
        check("{'key': 'f', 'label': 'Field', 'type': " + field + "}", "{'f': " + value + "}");

    assertThat(submission.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("f");
              assertThat(problem.message()).startsWith("Field").contains(reason);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'textfield', 'validate': {'minLength': 3}              | ''",
        "'textfield', 'validate': {'validationType': 'email'}   | 'ada@example.org'",
        "'number', 'validate': {'min': 1, 'max': 3}             | 2",
        "'select', 'values': [{'value': 'a'}]                   | null",
        "'taglist', 'values': [{'value': 'a'}, {'value': 'b'}]  | ['b']",
        "'datetime', 'subtype': 'date'                          | '2026-02-28'",
        "'datetime', 'subtype': 'time'                          | '23:10+01:00'",
        "'datetime', 'subtype': 'datetime'                      | '2026-02-28T10:00Z'",
      })
  void takesWhatTheRulesAllow(String field, String value) {
    var submission = check("{'key': 'f', 'type': " + field + "}", "{'f': " + value + "}");

    assertThat(submission.problems()).isEmpty();
    assertThat(submission.values()).isEqualTo(json("{'f': " + value + "}"));
  }

  @Test
  void asksNothingOfAFieldThatIsHidden() {
    var fields =
        "{'type': 'checkbox', 'key': 'other'}, {'type': 'textfield', 'key': 'which',"
            + " 'conditional': {'hide': '=other != true'}, 'validate': {'required': true}}";

    assertThat(check(fields, "{'other': false, 'which': 'x'}").values())
        .isEqualTo(json("{'other': false}"));
    assertThat(check(fields, "{'other': true}").problems()).hasSize(1);
  }

  @Test
  void readsGroupsAndRows() {
    var fields =
        "{'type': 'group', 'path': 'who', 'components': [{'type': 'textfield', 'key': 'name'}]},"
            + " {'type': 'dynamiclist', 'path': 'items', 'components': ["
            + "{'type': 'number', 'key': 'count', 'validate': {'required': true}}]}";

    var good = check(fields, "{'who': {'name': 'Ada', 'x': 1}, 'items': [{'count': 1, 'y': 2}]}");
    var bad = check(fields, "{'items': [{'count': 1}, {}]}");

    assertThat(good.problems()).isEmpty();
    assertThat(good.values()).isEqualTo(json("{'who': {'name': 'Ada'}, 'items': [{'count': 1}]}"));
    assertThat(bad.problems())
        .extracting(Submission.Problem::path)
        .containsExactly("items[1].count");
  }

  @Test
  void leavesMarkupAloneAndTakesAwayWhatNobodyTypes() {
    var submission =
        check("{'type': 'textfield', 'key': 'f'}", "{'f': '<script>\\u0000\\uD800\\uD83D\\uDE00'}");

    assertThat(submission.values().path("f").asText()).isEqualTo("<script>\uFFFD\uD83D\uDE00");
  }

  @Test
  void doesNotSearchForEver() {
    var submission =
        check(
            "{'type': 'textfield', 'key': 'f', 'validate': {'pattern': '^(a+)+$'}}",
            "{'f': '" + "a".repeat(5_000) + "!'}");

    assertThat(submission.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': 'filepicker', 'key': 'f'}                                | filepicker",
        "{'type': 'select', 'key': 'f', 'valuesKey': 'x'}                  | come from the run",
        "{'type': 'select', 'key': 'f'}                                    | has no choices",
        "{'type': 'textfield', 'key': 'a b'}                               | which is no name",
        "{'type': 'textfield', 'key': 'wireroomEvent'}                     | Wireroom's own",
        "{'type': 'textfield', 'key': 'f', 'validate': {'pattern': '('}}   | cannot be used",
        "{'type': 'number', 'key': 'f', 'validate': {'min': '=x'}}         | is computed",
        "{'type': 'text', 'text': 'x'}                                     | no field",
      })
  void saysWhatKeepsAFormFromBeingPublished(String component, String reason) {
    assertThat(schema(component).faults()).anySatisfy(f -> assertThat(f).contains(reason));
  }

  @Test
  void needsAFormThatCanBeRead() {
    assertThat(FormSchema.parse("").faults()).containsExactly("The start has no form.");
    assertThat(FormSchema.parse("{").faults()).hasSize(1);
    assertThat(FormSchema.parse("[]").faults()).hasSize(1);
  }

  private Submission check(String components, String values) {
    var schema = schema(components);
    assertThat(schema.faults()).isEmpty();
    return Submission.check(schema, json(values), feel);
  }

  private static FormSchema schema(String components) {
    return FormSchema.parse(("{'components': [" + components + "]}").replace('\'', '"'));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
