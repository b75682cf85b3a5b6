package io.wireroom.engine.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connections;
import io.wireroom.engine.alert.Rule.Destination;
import io.wireroom.engine.alert.Rule.Kind;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.HttpProblem.Detail;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads rules that people send; all that is wrong is said at once. */
final class RuleReader {
  private static final int MOST = 50;
  private static final Set<String> FIELDS =
      Set.of("id", "name", "on", "workflow", "after", "to", "enabled");
  private static final Duration USUAL = Duration.ofMinutes(5);

  private final Connections connections;
  private final Predicate<String> canStart;
  private final List<Detail> faults = new ArrayList<>();
  private String path = "";

  /**
   * @param canStart whether a workflow is published and can be started by an event
   */
  RuleReader(Connections connections, Predicate<String> canStart) {
    this.connections = connections;
    this.canStart = canStart;
  }

  List<Rule> read(JsonNode rules, Instant now) {
    if (!rules.isArray() || rules.size() > MOST) {
      throw new HttpProblem(422, "rules must be a list of at most " + MOST + " rules.");
    }
    var read = new ArrayList<Rule>();
    var ids = new HashSet<String>();
    for (int i = 0; i < rules.size(); i++) {
      path = "rules[" + i + "]";
      var rule = rule(rules.get(i), now);
      if (!ids.add(rule.id())) {
        fault("id", "Two rules have the id " + rule.id() + ".");
      }
      read.add(rule);
    }
    if (!faults.isEmpty()) {
      throw new HttpProblem(422, "The rules are not changed; some of them are not right.", faults);
    }
    return List.copyOf(read);
  }

  private Rule rule(JsonNode node, Instant now) {
    if (!(node instanceof ObjectNode)) {
      fault("", "A rule must be an object.");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                fault(name, "A rule has no field " + name + ".");
              }
            });
    var name = text(node, "name").strip();
    if (name.isEmpty() || name.length() > 100) {
      fault("name", "Give the rule a name of at most 100 letters.");
    }
    return new Rule(
        id(node),
        name,
        kind(node),
        Optional.of(text(node, "workflow")).filter(w -> !w.isBlank()),
        after(node),
        destination(node.path("to")),
        !node.has("enabled") || node.path("enabled").asBoolean(),
        now);
  }

  private String id(JsonNode node) {
    var id = text(node, "id");
    if (!id.isEmpty() && !id.matches("[A-Za-z0-9-]{1,50}")) {
      fault("id", "An id has letters, digits and dashes; leave it out for a new rule.");
    }
    return id.isEmpty() ? UUID.randomUUID().toString() : id;
  }

  private Kind kind(JsonNode node) {
    for (var kind : Kind.values()) {
      if (kind.name().equals(text(node, "on"))) {
        return kind;
      }
    }
    fault("on", "on must be incident, failedRun, backlog or lag.");
    return Kind.incident;
  }

  private Duration after(JsonNode node) {
    var after = node.path("after");
    if (after.isMissingNode() || after.isNull()) {
      return USUAL;
    }
    if (!after.isIntegralNumber() || after.asLong() < 10 || after.asLong() > 86_400) {
      fault("after", "after is a number of seconds from 10 to 86400.");
      return USUAL;
    }
    return Duration.ofSeconds(after.asLong());
  }

  private Destination destination(JsonNode to) {
    var url = text(to, "url");
    var handler = text(to, "workflow");
    if (url.isEmpty() == handler.isEmpty()) {
      fault("to", "Give either the url that is told, or the workflow that handles it.");
    }
    if (!handler.isEmpty()) {
      if (!canStart.test(handler)) {
        fault("to.workflow", "No workflow " + handler + " is published that an event can start.");
      }
      return new Destination.Handler(handler);
    }
    checkUrl(url);
    var connection = Optional.of(text(to, "connection")).filter(c -> !c.isBlank());
    connection.ifPresent(this::checkConnection);
    return new Destination.Web(url, connection);
  }

  private void checkUrl(String url) {
    try {
      var uri = new URI(url);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      // the sentence below says it
    }
    fault("to.url", "The address must begin with https:// or http:// and name a host.");
  }

  private void checkConnection(String name) {
    var found = connections.find(name);
    if (found.isEmpty()) {
      fault("to.connection", "There is no connection " + name + ".");
    } else if (!Credential.TYPES.contains(found.get().type())) {
      fault(
          "to.connection",
          "A connection of type "
              + found.get().type()
              + " cannot sign requests; use one of "
              + String.join(", ", Credential.TYPES)
              + ".");
    }
  }

  private String text(JsonNode node, String name) {
    var value = node.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      fault(name, name + " must be a text.");
    }
    return value.isTextual() ? value.asText() : "";
  }

  private void fault(String field, String message) {
    faults.add(new Detail(field.isEmpty() ? path : path + "." + field, message));
  }
}
