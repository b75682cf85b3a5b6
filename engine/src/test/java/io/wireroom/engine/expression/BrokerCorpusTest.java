package io.wireroom.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Drift: the engine and the real broker give each expression of the corpus the same value. */
@Tag("broker")
@ExtendWith(BrokerFixture.Extension.class)
class BrokerCorpusTest {
  private static final String NAME = "feel-corpus";
  private static final Corpus CORPUS = Corpus.read();

  @Test
  void givesEachExpressionTheValueThatTheBrokerGivesIt(BrokerFixture broker) throws Exception {
    var seen = new CompletableFuture<ObjectNode>();
    var names = IntStream.range(0, CORPUS.cases().size()).mapToObj(i -> "case" + i).toList();
    broker.engine().deploy(NAME + ".bpmn", Diagrams.process(NAME, mappings())).await();

    try (var worker =
        broker
            .engine()
            .work(
                NAME,
                names,
                Duration.ofSeconds(60),
                1,
                job -> {
                  seen.complete(job.variables());
                  return new Verdict.Complete(JsonNodeFactory.instance.objectNode());
                })) {
      broker.engine().create(NAME, Optional.empty(), CORPUS.context()).await();

      assertThat(differences(seen.get(60, TimeUnit.SECONDS))).isEmpty();
    }
  }

  private static List<String> differences(ObjectNode broker) {
    var feel = new Feel(Clock.systemUTC());
    var differences = new ArrayList<String>();
    for (int i = 0; i < CORPUS.cases().size(); i++) {
      var expression = CORPUS.cases().get(i).expression();
      var theirs = text(broker.path("case" + i));
      var ours =
          switch (feel.evaluate(expression, CORPUS.context())) {
            case FeelResult.Value(var value) -> text(value);
            case FeelResult.Failed failed -> failed.toString();
          };
      if (!ours.equals(theirs)) {
        differences.add("%s: engine %s, broker %s".formatted(expression, ours, theirs));
      }
    }
    return differences;
  }

  /** As text, since 3 and 3.0 differ to the broker; entries of a context have no order. */
  private static String text(JsonNode value) {
    if (!value.isObject()) {
      return value.toString();
    }
    var entries = new TreeMap<String, String>();
    value.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue())));
    return entries.toString();
  }

  private static String mappings() {
    var mappings = new StringBuilder();
    for (int i = 0; i < CORPUS.cases().size(); i++) {
      mappings.append(
          "<zeebe:input source=\"=%s\" target=\"case%d\"/>"
              .formatted(escaped(CORPUS.cases().get(i).expression()), i));
    }
    return """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
        <serviceTask id="step">
          <extensionElements>
            <zeebe:taskDefinition type="%s"/>
            <zeebe:ioMapping>%s</zeebe:ioMapping>
          </extensionElements>
        </serviceTask>
        <sequenceFlow id="f2" sourceRef="step" targetRef="end"/>
        <endEvent id="end"/>
        """
        .formatted(NAME, mappings);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;")
        .replace("\t", "&#9;");
  }
}
