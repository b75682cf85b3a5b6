package io.wireroom.engine.repair;

import io.wireroom.engine.history.IncidentView;
import java.util.Optional;

/**
 * What went wrong and what to do, for somebody who is called at night.
 *
 * @param cause one sentence or what the step itself said
 * @param fix what mends it
 */
record Advice(String cause, String fix) {
  private static final String RETRY = "Then try again.";

  static Advice of(IncidentView incident, Optional<Failing> failing) {
    var step = "The step '" + incident.name() + "'";
    return switch (incident.type()) {
      case "JOB_NO_RETRIES" -> new Advice(incident.message(), afterTries(incident, failing));
      case "UNHANDLED_ERROR_EVENT" ->
          new Advice(
              incident.message(),
              "Nothing in the diagram catches the error"
                  + incident.code().map(code -> " " + code).orElse("")
                  + ". Mend its cause and try again, or draw an error event on the step's edge,"
                  + " publish, and move the run to the new version.");
      case "IO_MAPPING_ERROR" ->
          new Advice(
              step + " cannot make one of its values." + words(failing),
              "Change the value that the expression uses, or set the one that is missing. "
                  + RETRY);
      case "CONDITION_ERROR" ->
          new Advice(
              "The way on from '" + incident.name() + "' cannot be chosen." + words(failing),
              "Set the value that the condition looks at so that one way is open. " + RETRY);
      case "EXTRACT_VALUE_ERROR" ->
          new Advice(
              step + " cannot use one of its values." + words(failing),
              "Change the value to the kind that is expected. " + RETRY);
      case "CALLED_ELEMENT_ERROR" ->
          new Advice(
              step + " calls a workflow that is not published.",
              "Publish the called workflow, or set the value that names it. " + RETRY);
      case "CALLED_DECISION_ERROR", "DECISION_EVALUATION_ERROR" ->
          new Advice(
              step + " asks a decision table that gives no answer.",
              "Deploy the table, or change the values that it looks at. " + RETRY);
      case "FORM_NOT_FOUND" ->
          new Advice(
              step + " shows a form that is not there.",
              "Put the form into the diagram, publish, and move the run to the new version.");
      case "MESSAGE_SIZE_EXCEEDED" ->
          new Advice(
              "The run's values are too large for " + lower(step) + ".",
              "Make the large value smaller, or set it to null. " + RETRY);
      default -> new Advice(incident.message(), "Mend what the text says. " + RETRY);
    };
  }

  private static String afterTries(IncidentView incident, Optional<Failing> failing) {
    var said = incident.message();
    if (said.startsWith("The step's input is not right")) {
      return failing
          .map(f -> "Set '" + f.name() + "' to a value that fits. " + RETRY)
          .orElse("Change the run's values that make the step's input. " + RETRY);
    }
    if (said.startsWith("The connector has a bug")) {
      return "Trying again may help once. If it stops here again, report it with the text below.";
    }
    return "All tries are used up. When what the text names is mended, try again; where a value is"
        + " the reason, change it first.";
  }

  private static String words(Optional<Failing> failing) {
    return failing.map(f -> " " + f.sentence()).orElse("");
  }

  private static String lower(String sentence) {
    return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
  }
}
