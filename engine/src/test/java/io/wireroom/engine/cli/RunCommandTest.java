package io.wireroom.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class RunCommandTest {
  @Test
  void printsEachStepOfAShortRunOnce(ApplicationFixture product) {
    product.publish("cli-short", oneArticle("cli-short", "html", "<p>A short notice.</p>"));

    var run = run(product, "cli-short");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).filteredOn(line -> line.matches("done +Get it .*ms")).hasSize(1);
    assertThat(run.lines()).contains("completed");
  }

  @Test
  void saysThatAnErrorWasHandledAndDoesNotTakeItForAStop(ApplicationFixture product) {
    product.publish(
        "cli-caught",
        oneArticle("cli-caught", "url", "mailto:desk@example.org")
            .replace("</bpmn:process>", CATCH + "</bpmn:process>"));

    var run = run(product, "cli-caught");

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .filteredOn(line -> line.contains("must begin with https://"))
        .singleElement()
        .asString()
        .matches("handled +Get it .*\\(NO_ADDRESS\\)");
  }

  @Test
  void saysAnUncaughtErrorInTheConnectorsWordsAndOnce(ApplicationFixture product) {
    product.publish("cli-stop", oneArticle("cli-stop", "url", "mailto:desk@example.org"));

    var run = run(product, "cli-stop");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lines())
        .filteredOn(line -> line.contains("must begin with https://"))
        .singleElement()
        .asString()
        .matches("failed +Get it +the address must begin .* \\(NO_ADDRESS\\)");
    assertThat(run.lines()).contains("stopped at a problem").noneMatch(l -> l.contains("Expected"));
  }

  @Test
  void takesAnIdWithSignsThatAddressesDoNotHave(ApplicationFixture product) {
    assertThat(run(product, "no such workflow?").code()).isEqualTo(1);
  }

  @Test
  void saysWhichItemOfALoopAStepWasFor(ApplicationFixture product) {
    product.publish("cli-loop", eachNotice("cli-loop"));

    var run = run(product, "cli-loop");

    assertThat(run.lines())
        .filteredOn(line -> line.startsWith("done"))
        .extracting(line -> line.replaceAll("[0-9]+ ms", "").replaceAll(" +", " "))
        .containsExactlyInAnyOrder("done Get it 1 of 2: The ferry", "done Get it 2 of 2: The mill");
    assertThat(run.text()).doesNotContain("null").contains("\"kept\" : 7");
  }

  @Test
  void wordsThatAreNotUnderstoodHaveACodeOfTheirOwn() {
    for (var words : new String[] {"frobnicate", "run", "start --prot 1", "token create"}) {
      assertThat(CommandLineTool.run(words.split(" "))).as(words).isEqualTo(64);
    }
  }

  @Test
  void everyCommandExplainsItself(ApplicationFixture product) {
    for (var command : new String[] {"start", "doctor", "publish", "run", "sign-in", "token"}) {
      var help = output(command, "--help");

      assertThat(help.code()).as(command).isZero();
      assertThat(help.text()).startsWith("Usage: wireroom " + command);
    }
    assertThat(output("token", "create", "--help").text()).contains("viewer, author, operator");
    assertThat(output("--version").text()).startsWith("Wireroom ");
  }

  private static String eachNotice(String id) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="each" />
          <bpmn:subProcess id="each">
            <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            <bpmn:multiInstanceLoopCharacteristics>
              <bpmn:extensionElements>
                <zeebe:loopCharacteristics inputElement="notice"
                  inputCollection="=[{title: &quot;The ferry&quot;}, {title: &quot;The mill&quot;}]" />
              </bpmn:extensionElements>
            </bpmn:multiInstanceLoopCharacteristics>
            <bpmn:startEvent id="in"><bpmn:outgoing>c</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="c" sourceRef="in" targetRef="get" />
            <bpmn:serviceTask id="get" name="Get it">
              <bpmn:extensionElements>
                <zeebe:taskDefinition type="wireroom:article:1" retries="1" />
                <zeebe:ioMapping>
                  <zeebe:input source="&lt;p&gt;A short notice.&lt;/p&gt;" target="html" />
                </zeebe:ioMapping>
              </bpmn:extensionElements>
              <bpmn:incoming>c</bpmn:incoming><bpmn:outgoing>f</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="f" sourceRef="get" targetRef="out" />
            <bpmn:endEvent id="out"><bpmn:incoming>f</bpmn:incoming></bpmn:endEvent>
          </bpmn:subProcess>
          <bpmn:sequenceFlow id="b" sourceRef="each" targetRef="end" />
          <bpmn:endEvent id="end">
            <bpmn:extensionElements>
              <zeebe:ioMapping>
                <zeebe:output source="=null" target="gone" />
                <zeebe:output source="=7" target="kept" />
              </zeebe:ioMapping>
            </bpmn:extensionElements>
            <bpmn:incoming>b</bpmn:incoming>
          </bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id));
  }

  private static final String CATCH =
      """
      <bpmn:boundaryEvent id="none" attachedToRef="get">
        <bpmn:outgoing>c</bpmn:outgoing><bpmn:errorEventDefinition id="any" />
      </bpmn:boundaryEvent>
      <bpmn:sequenceFlow id="c" sourceRef="none" targetRef="without" />
      <bpmn:endEvent id="without"><bpmn:incoming>c</bpmn:incoming></bpmn:endEvent>
      """;

  private static String oneArticle(String id, String input, String value) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="get" />
          <bpmn:serviceTask id="get" name="Get it">
            <bpmn:extensionElements>
              <zeebe:taskDefinition type="wireroom:article:1" retries="1" />
              <zeebe:ioMapping><zeebe:input source="%s" target="%s" /></zeebe:ioMapping>
            </bpmn:extensionElements>
            <bpmn:incoming>a</bpmn:incoming>
            <bpmn:outgoing>b</bpmn:outgoing>
          </bpmn:serviceTask>
          <bpmn:sequenceFlow id="b" sourceRef="get" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, value.replace("<", "&lt;"), input));
  }

  private static Output run(ApplicationFixture product, String workflow) {
    return output("run", workflow, "--data", product.data().toString());
  }

  private static Output output(String... words) {
    var before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      return new Output(CommandLineTool.run(words), bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  /** What a command printed, and its exit code. */
  private record Output(int code, String text) {
    java.util.List<String> lines() {
      return text.lines().map(String::strip).toList();
    }
  }
}
