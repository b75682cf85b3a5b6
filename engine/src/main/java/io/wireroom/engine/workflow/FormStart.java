package io.wireroom.engine.workflow;

import io.wireroom.engine.trigger.form.schema.FormSchema;
import java.util.List;
import java.util.Map;

/**
 * A form on a start event: each submission starts one run.
 *
 * @param title what the page is headed with
 * @param open whether people may submit it without signing in
 * @param thanks what the page says afterwards; may be empty
 */
public record FormStart(
    String workflow,
    String elementId,
    String title,
    String path,
    boolean open,
    String thanks,
    FormSchema schema,
    String resultVariable,
    String resultExpression,
    List<String> faults) {
  static final String TYPE = "wireroom:form:1";

  /**
   * @param form the form's JSON; empty when the start has none
   */
  static FormStart of(
      String workflow, String elementId, String title, String form, Map<String, String> values) {
    var read = new InboundProperties(values);
    var path = read.text("inbound.path");
    if (!path.matches("[a-z0-9][a-z0-9._~-]{0,99}")) {
      read.fault("The form's path '" + path + "' must be small letters, digits and dashes.");
    }
    var access =
        read.choice(
            "inbound.access", "Who may send the form", "signed-in", List.of("signed-in", "public"));
    var schema = FormSchema.parse(form);
    schema.faults().forEach(read::fault);
    return new FormStart(
        workflow,
        elementId,
        title,
        path,
        access.equals("public"),
        read.text("inbound.thanks"),
        schema,
        read.text("resultVariable"),
        read.text("resultExpression"),
        read.faults());
  }
}
