package io.wireroom.engine.connector;

import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/connectors.md} from the connectors themselves. */
final class ConnectorsPage {
  private static final String INTRODUCTION =
      """
      <!-- Written by GeneratedFilesTest from the connectors: change those, not this page. -->
      # Connectors

      What a step can do. In a diagram, a connector is a service task whose job type is the one \
      named below; the designer writes it for you.

      %s
      ## What all of them have in common

      **Inputs** are text, or an expression when they begin with `=`. What is empty counts as not \
      given. An input that does not fit makes an incident on the step, with a sentence that says \
      what is wrong.

      **The answer** is called `response`. *Name the answer* (`resultVariable`) keeps all of it \
      under a name; *Keep parts of the answer* (`resultExpression`) keeps what later steps need, \
      such as `={title: response.title}`. Without either, nothing is kept.

      **When something goes wrong**, one of four things happens:

      - The trouble may pass (no connection, too many requests): the step is tried again, \
      three times in all unless you say otherwise (`retries`), first after about 5 seconds and then \
      after longer waits (`retryBackoff` sets a fixed wait, such as `PT30S`). When no try is left, \
      it waits for a person as an incident.
      - The outside world says no: the step ends with one of the errors listed with each \
      connector. The diagram catches them by their code with an error event on the step; what \
      nothing catches becomes an incident.
      - The step cannot work as it is drawn or set up: an incident at once, without another try.
      - You decide: *Turn an answer into an error* (`errorExpression`) sees `response`, or \
      `error.code` and `error.message`, and gives `bpmnError(code, message)`, `jobError(message)` \
      or `null`.

      `element-templates.json` beside this page holds the same connectors as element templates \
      for Camunda Modeler.
      """;

  private ConnectorsPage() {}

  static String of(Connectors connectors) {
    var parts =
        connectors.all().stream().map(ConnectorsPage::part).collect(Collectors.joining("\n"));
    return INTRODUCTION.formatted(contents(connectors.all())) + "\n" + parts;
  }

  private static String contents(List<Connector<?>> connectors) {
    return connectors.stream()
        .map(Connector::info)
        .map(i -> "- [%s](#%s): %s\n".formatted(i.name(), anchor(i.name()), i.summary()))
        .collect(Collectors.joining());
  }

  private static String part(Connector<?> connector) {
    var info = connector.info();
    return """
    ## %s

    %s

    Job type: `%s`

    | Input | Name | Value | What it is |
    |---|---|---|---|
    %s
    %s
    **Outside**: %s

    %s"""
        .formatted(
            info.name(),
            info.summary(),
            info.type(),
            InputField.of(connector).stream()
                .map(ConnectorsPage::row)
                .collect(Collectors.joining("\n")),
            answer(info),
            info.plainly().effect(),
            errors(info));
  }

  private static String row(InputField input) {
    var field = input.field();
    var choices =
        field.choices().length == 0 ? "" : " One of " + String.join(", ", field.choices()) + ".";
    var first = field.value().isEmpty() ? "" : " A new step has `" + field.value() + "`.";
    var needed = input.required() ? ", needed" : "";
    var help = field.help().isEmpty() ? "" : field.help() + ".";
    return "| %s | `%s` | %s%s | %s |"
        .formatted(
            field.label(),
            input.name(),
            kind(input),
            needed,
            cell((help + choices + first).strip()));
  }

  private static String kind(InputField input) {
    return switch (InputSchema.of(input).path("type").asText("anything")) {
      case "string" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "yes or no";
      case "array" -> "list";
      case "object" -> "names and values";
      case String other -> other;
    };
  }

  private static String answer(ConnectorInfo info) {
    var end = info.response().lastIndexOf('}') + 1;
    return "\n**Answer**: `%s`%s\n"
        .formatted(info.response().substring(0, end), info.response().substring(end) + ".");
  }

  private static String errors(ConnectorInfo info) {
    if (info.errors().isEmpty()) {
      return "**Errors to catch**: none.\n";
    }
    return info.errors().stream()
        .map(ConnectorsPage::row)
        .collect(Collectors.joining("\n", "| Error to catch | When |\n|---|---|\n", "\n"));
  }

  private static String row(ErrorCode error) {
    return "| `%s` | %s |".formatted(error.code(), cell(sentence(error.meaning())));
  }

  private static String sentence(String text) {
    var end = text.endsWith(".") ? "" : ".";
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + end;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
