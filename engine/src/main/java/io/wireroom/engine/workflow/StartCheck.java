package io.wireroom.engine.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with feed and form starts, and with kinds of start that do not exist. */
final class StartCheck {
  private static final String FIX = "Change it in the start's settings.";

  private StartCheck() {}

  static List<Problem> problems(Diagram diagram) {
    var problems = new ArrayList<Problem>();
    unknownKinds(diagram, problems);
    for (var feed : diagram.feeds()) {
      feed.faults().forEach(fault -> problems.add(Problem.at(feed.elementId(), fault, FIX)));
    }
    var byPath = new LinkedHashMap<String, FormStart>();
    for (var form : diagram.forms()) {
      form.faults().forEach(fault -> problems.add(Problem.at(form.elementId(), fault, FIX)));
      var other = byPath.putIfAbsent(form.path(), form);
      if (other != null) {
        problems.add(
            Problem.at(
                form.elementId(),
                "The start " + other.elementId() + " has the same form path.",
                "Give each form a path of its own."));
      }
    }
    return problems;
  }

  /** The expressions of feed and form starts, by element id. */
  static List<Map.Entry<String, String>> expressions(Diagram diagram) {
    var expressions = new ArrayList<Map.Entry<String, String>>();
    diagram.feeds().forEach(f -> expressions.add(Map.entry(f.elementId(), f.resultExpression())));
    for (var form : diagram.forms()) {
      expressions.add(Map.entry(form.elementId(), form.resultExpression()));
      form.schema()
          .expressions()
          .forEach(expression -> expressions.add(Map.entry(form.elementId(), expression)));
    }
    return expressions;
  }

  private static void unknownKinds(Diagram diagram, List<Problem> problems) {
    for (var start : diagram.starts()) {
      var type = Diagram.inboundType(start);
      if (!type.isEmpty() && !Diagram.MESSAGE_STARTS.contains(type)) {
        problems.add(
            Problem.at(
                start.getAttribute("id"),
                "Nothing starts a workflow by '" + type + "'.",
                "Choose one of "
                    + String.join(", ", Diagram.MESSAGE_STARTS.stream().sorted().toList())
                    + "."));
      }
    }
  }
}
