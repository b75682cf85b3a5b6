package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.LargeValues;
import io.wireroom.engine.document.Reference;
import io.wireroom.engine.document.References;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the records may be stored: hidden values are taken out first, then what is large becomes
 * a document. Whatever reads records after this sees nothing else. Of one thread.
 */
final class Storable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HiddenNames names;
  private final LargeValues large;
  private final HiddenValues hidden = new HiddenValues();

  Storable(HiddenNames names, Documents documents) {
    this.names = names;
    this.large = new LargeValues(documents);
  }

  /** The records as they may be stored, and which documents their runs refer to. */
  Result of(List<BrokerRecord> records) {
    var uses = new ArrayList<DocumentUse>();
    return new Result(records.stream().map(r -> of(r, uses)).toList(), uses);
  }

  private BrokerRecord of(BrokerRecord r, List<DocumentUse> uses) {
    return switch (r.type()) {
      case "PROCESS" -> {
        names.learn(r);
        yield r;
      }
      case "VARIABLE" -> variable(r, uses);
      case "JOB" -> message(variables(r, uses));
      case "INCIDENT" -> message(r);
      case "PROCESS_INSTANCE" -> {
        life(r);
        yield r;
      }
      default -> paths(r).isEmpty() ? r : variables(r, uses);
    };
  }

  private void life(BrokerRecord r) {
    if (r.text("bpmnElementType").equals("PROCESS") && !paths(r).isEmpty()) {
      switch (r.intent()) {
        case "ELEMENT_ACTIVATING" -> hidden.begin(r.key());
        case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> hidden.end(r.key());
        default -> {}
      }
    }
  }

  private HiddenPaths paths(BrokerRecord r) {
    return names.of(r.number("processDefinitionKey"));
  }

  private BrokerRecord variable(BrokerRecord r, List<DocumentUse> uses) {
    var text = r.text("value");
    var paths = paths(r);
    if (paths.isEmpty() && text.length() <= Documents.LARGE / 3 && !mayRefer(text)) {
      return r;
    }
    var value = parse(text);
    var run = r.number("processInstanceKey");
    note(run, value, uses);
    var shown = paths.without(r.text("name"), value, gone -> hidden.add(run, gone));
    var stored = large.takenOut(shown);
    note(run, stored, uses);
    return stored.equals(value) ? r : changed(r, "value", TextNode.valueOf(stored.toString()));
  }

  private BrokerRecord variables(BrokerRecord r, List<DocumentUse> uses) {
    var variables = r.value().path("variables");
    var paths = paths(r);
    if (!(variables instanceof ObjectNode values) || values.isEmpty()) {
      return r;
    }
    var run = r.number("processInstanceKey");
    note(run, values, uses);
    var shown = paths.isEmpty() ? values : paths.without(values, gone -> hidden.add(run, gone));
    var stored = LargeValues.mayBeLarge(shown) ? taken((ObjectNode) shown) : shown;
    note(run, stored, uses);
    return stored.equals(values) ? r : changed(r, "variables", stored);
  }

  /** why each by itself: a step's output is an object of names, and stays one. */
  private ObjectNode taken(ObjectNode values) {
    var stored = values.objectNode();
    values.properties().forEach(f -> stored.set(f.getKey(), large.takenOut(f.getValue())));
    return stored;
  }

  private BrokerRecord message(BrokerRecord r) {
    var message = r.text("errorMessage");
    if (message.isEmpty() || paths(r).isEmpty()) {
      return r;
    }
    var left = hidden.without(r.number("processInstanceKey"), message);
    return left.equals(message) ? r : changed(r, "errorMessage", TextNode.valueOf(left));
  }

  private static void note(long run, JsonNode value, List<DocumentUse> uses) {
    References.in(value).forEach(id -> uses.add(new DocumentUse(run, id)));
  }

  private static boolean mayRefer(String text) {
    return text.contains(Reference.FIELD);
  }

  private static BrokerRecord changed(BrokerRecord r, String field, JsonNode value) {
    var changed = JSON.createObjectNode();
    changed.setAll((ObjectNode) r.value());
    changed.set(field, value);
    return new BrokerRecord(
        r.partition(), r.position(), r.key(), r.at(), r.type(), r.intent(), changed);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(json); // why: the broker's values are JSON; else it is text
    }
  }

  /** Records that may be stored as they are. */
  record Result(List<BrokerRecord> records, List<DocumentUse> uses) {
    /** All of them, as they are. */
    static Result of(List<BrokerRecord> records) {
      return new Result(records, List.of());
    }
  }
}
