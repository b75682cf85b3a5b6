package io.wireroom.bench.history;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The run that is measured: start, five service tasks whose jobs do nothing, end. No values. */
final class FiveSteps implements Callable<Object>, AutoCloseable {
  private final CamundaClient client;

  FiveSteps(int grpc, int rest) {
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + grpc))
            .restAddress(URI.create("http://127.0.0.1:" + rest))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(16)
            .build();
    client
        .newDeployResourceCommand()
        .addResourceBytes(diagram().getBytes(StandardCharsets.UTF_8), "bench-history.bpmn")
        .requestTimeout(Duration.ofSeconds(60))
        .execute();
    client
        .newWorker()
        .jobType("bench-nothing")
        .handler((jobs, job) -> jobs.newCompleteCommand(job.getKey()).execute())
        .timeout(Duration.ofSeconds(30))
        .maxJobsActive(128)
        .pollInterval(Duration.ofMillis(10))
        .open();
  }

  private static String diagram() {
    var tasks =
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                i ->
                    """
                    <bpmn:serviceTask id="s%1$d" name="Step %1$d"><bpmn:extensionElements>
                      <zeebe:taskDefinition type="bench-nothing"/>
                    </bpmn:extensionElements></bpmn:serviceTask>
                    <bpmn:sequenceFlow id="f%1$d" sourceRef="s%1$d" targetRef="%2$s"/>
                    """
                        .formatted(i, i < 5 ? "s" + (i + 1) : "end"))
            .collect(Collectors.joining());
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="bench">
          <bpmn:process id="bench-history" name="Five steps" isExecutable="true">
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="s1"/>
            %s
            <bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(tasks);
  }

  @Override
  public Object call() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("bench-history")
        .latestVersion()
        .withResult()
        .requestTimeout(Duration.ofSeconds(60))
        .execute();
  }

  @Override
  public void close() {
    client.close();
  }
}
