package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.Reference;
import io.wireroom.engine.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What history keeps of values: large ones by reference, hidden ones not at all. */
@Tag("module")
class StoredValuesTest {
  private static final long RUN = 100;
  private static final long STEP = 200;
  private static final String SECRET = "anna@example.org";

  private final Path folder;
  private final Database database;
  private final Documents documents;
  private final Records records = new Records("newsroom", RUN, 0);
  private final List<Change> changes = new ArrayList<>();

  StoredValuesTest(@TempDir Path folder) {
    this.folder = folder;
    database = Database.open(folder.resolve("test.db"));
    documents = new Documents(new DocumentFiles(folder.resolve("documents"), Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLargeValueIsStoredByReferenceWithAPreview() {
    var history = history("");
    var text = "word ".repeat(30_000);
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    records.variable(RUN, "text", TextNode.valueOf(text).toString());
    records.job(STEP, "COMPLETED", 3, 0, output(object().put("body", text).put("status", 200)));

    history.store(records.all());

    var stored = history.queries().variables(RUN).path("text");
    var reference = Reference.of(stored).orElseThrow();
    assertThat(reference.preview().orElseThrow()).startsWith("word word");
    assertThat(documents.read(reference.id())).contains(text.getBytes(StandardCharsets.UTF_8));
    var output = history.queries().stepsWithValues(RUN).getFirst().output().orElseThrow();
    assertThat(output.path("body")).isEqualTo(stored);
    assertThat(output.path("status").asInt()).isEqualTo(200);
    assertThat(uses()).containsExactly(reference.id().text());
  }

  @Test
  void aLongListIsStoredAsOneDocument() {
    var history = history("");
    var list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 20_000; i++) {
      list.add("item " + i);
    }
    records.begin().variable(RUN, "items", list.toString());

    history.store(records.all());

    var reference = Reference.of(history.queries().variables(RUN).path("items")).orElseThrow();
    assertThat(reference.contentType()).isEqualTo("application/json");
    assertThat(reference.preview().orElseThrow()).startsWith("[\"item 0\",");
  }

  @Test
  void aDocumentThatAHiddenValueNeedsIsKnownToBeUsed() {
    var history = history("secret");
    var id = DocumentId.of("bytes".getBytes(StandardCharsets.UTF_8));
    var reference = Reference.to(id, "text/plain", 5).json();
    records.begin().variable(RUN, "secret", reference.toString());

    history.store(records.all());

    assertThat(history.queries().variables(RUN).path("secret").textValue()).isEqualTo("redacted");
    assertThat(uses()).containsExactly(id.text());
  }

  @Test
  void hiddenValuesAreNowhereInTheStore() {
    var history = history("**.token");
    history.listen(changes::addAll);
    records.record("PROCESS", "CREATED", 11, definition("customer.email, people.*.name"));
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    var customer = object().put("email", SECRET).put("city", "Bonn");
    customer.putObject("login").put("token", "tok-12345");
    records.variable(RUN, "customer", customer.toString());
    records.variable(
        RUN,
        "people",
        "{\"a\":[{\"name\":\"Berta Braun\",\"age\":30}],\"b\":{\"name\":\"Carl C\"}}");
    records.job(STEP, "FAILED", 0, 0, object().put("errorMessage", "no such user: " + SECRET));
    records.incident(900, STEP, "no such user: " + SECRET, "CREATED");
    records.job(STEP, "COMPLETED", 3, 0, output(object().set("customer", customer)));

    history.store(records.all());

    assertThat(history.queries().variables(RUN).path("customer").toString())
        .isEqualTo("{\"email\":\"redacted\",\"city\":\"Bonn\",\"login\":{\"token\":\"redacted\"}}");
    assertThat(history.queries().variables(RUN).at("/people/a/0/age").asInt()).isEqualTo(30);
    assertThat(
            history
                .queries()
                .stepsWithValues(RUN)
                .getFirst()
                .step()
                .error()
                .orElseThrow()
                .message())
        .isEqualTo("no such user: redacted");
    assertThat(dump() + changes).doesNotContain(SECRET, "tok-12345", "Berta Braun", "Carl C");
    assertThat(found(SECRET)).isEmpty();
  }

  @Test
  void anErrorOfARunWhoseHiddenValuesAreNotKnownAnyMoreIsHiddenAsAWhole() {
    records.record("PROCESS", "CREATED", 11, definition("customer.email"));
    records.begin().enter(STEP, "SERVICE_TASK", "fetch").job(STEP, "CREATED");
    records.variable(RUN, "customer", object().put("email", SECRET).toString());
    history("").store(records.all());

    var afterARestart = history("");
    records.job(STEP, "FAILED", 0, 0, object().put("errorMessage", "no such user: " + SECRET));
    afterARestart.store(records.all().subList(5, 6));

    assertThat(dump()).doesNotContain(SECRET).contains(HiddenValues.UNKNOWN);
  }

  @Test
  void aHiddenNameInsideADocumentHidesTheDocument() {
    var history = history("customer.email");
    var whole = Reference.to(DocumentId.of(new byte[] {1}), "application/json", 1).json();
    records.begin().variable(RUN, "customer", whole.put("preview", "{email:…").toString());

    history.store(records.all());

    assertThat(history.queries().variables(RUN).path("customer").textValue()).isEqualTo("redacted");
  }

  @Test
  void saysWhatIsNoNameOfAValue() {
    assertThat(HiddenPaths.faults("customer.email, *.a\n**.b")).isEmpty();
    assertThat(HiddenPaths.faults("a..b, wireroomEvent, x*y"))
        .hasSize(3)
        .allMatch(fault -> fault.contains("write it as customer.email"));
  }

  @Test
  void markupInNamesAndValuesStaysText() {
    var history = history("");
    var markup = "<img src=x onerror=alert(1)>' or 1=1 --";
    records.begin().variable(RUN, markup, TextNode.valueOf(markup).toString());

    history.store(records.all());

    assertThat(history.queries().variables(RUN)).isEqualTo(object().put(markup, markup));
  }

  private History history(String redact) {
    return new History(database, new HistorySettings(redact, Duration.ofDays(90), 0), documents);
  }

  private List<String> uses() {
    return database.read(
        db ->
            db.fetch("select document_id from document_use where run_key = ?", RUN)
                .map(row -> row.get(0, String.class)));
  }

  private List<Run> found(String text) {
    return history("")
        .queries()
        .list(
            new RunFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10));
  }

  /** All that the store holds of runs, as text. */
  private String dump() {
    return database.read(
        db ->
            List.of("run", "step", "value", "incident", "raw_record").stream()
                .map(table -> db.fetch("select * from " + table).formatCSV())
                .toList()
                .toString());
  }

  private static ObjectNode output(com.fasterxml.jackson.databind.JsonNode variables) {
    return object().set("variables", variables);
  }

  private static ObjectNode definition(String redact) {
    var xml =
        """
        <definitions xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
          <process id="newsroom"><extensionElements><zeebe:properties>
            <zeebe:property name="wireroom.redact" value="%s"/>
          </zeebe:properties></extensionElements>
          <task id="t"><extensionElements><zeebe:properties>
            <zeebe:property name="wireroom.redact" value="city"/>
          </zeebe:properties></extensionElements></task></process>
        </definitions>
        """
            .formatted(redact);
    return object()
        .put("processDefinitionKey", 11)
        .put("bpmnProcessId", "newsroom")
        .put("version", 3)
        .put("resource", Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
