package io.wireroom.engine.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.expression.Feel;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class ExampleFilesTest {
  static List<ExampleFolder> examples() {
    return ExampleFolder.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bearTheFoldersNameAsTheirId(ExampleFolder example) {
    assertThat(Diagram.read(example.diagram()).processId()).isEqualTo(example.id());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void sayInTheReadmeWhatTheyAreCalledAndWhatTheyDo(ExampleFolder example) {
    var lines = example.readme().lines().toList();

    assertThat(lines.getFirst()).isEqualTo("# " + Diagram.read(example.diagram()).processName());
    assertThat(lines.get(1)).isNotBlank().endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void haveAnInputAndAnExpectedResult(ExampleFolder example) {
    assertThat(example.input("http://127.0.0.1:1")).isNotEmpty();
    assertThat(example.expected("http://127.0.0.1:1")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdOnlyExpressionsThatTheEngineAccepts(ExampleFolder example) {
    var feel = new Feel(Clock.systemUTC());
    var expressions = Diagram.read(example.diagram()).expressions();

    assertThat(expressions).isNotEmpty();
    assertThat(expressions)
        .allSatisfy(expression -> assertThat(feel.problem(expression)).as(expression).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areDrawnAsCardsOfOneSize(ExampleFolder example) {
    var diagram = Diagram.read(example.diagram());
    var shapes = diagram.shapes();

    assertThat(diagram.serviceTasks())
        .allSatisfy(
            task -> {
              assertThat(shapes).as("a shape for " + task).containsKey(task);
              assertThat(shapes.get(task))
                  .as(task)
                  .extracting(Diagram.Bounds::width, Diagram.Bounds::height)
                  .containsExactly(160.0, 64.0);
            });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void keepTheirCardsApart(ExampleFolder example) {
    var diagram = Diagram.read(example.diagram());
    var cards = diagram.serviceTasks().stream().map(diagram.shapes()::get).toList();

    for (var card : cards) {
      assertThat(cards).filteredOn(other -> other != card).noneMatch(card::overlaps);
    }
  }
}
