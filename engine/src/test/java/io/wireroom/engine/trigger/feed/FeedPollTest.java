package io.wireroom.engine.trigger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.SteppedClock;
import io.wireroom.engine.testing.TestStore;
import io.wireroom.engine.trigger.StartDiagrams;
import io.wireroom.engine.trigger.StartVariables;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.FeedStart;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("module")
@OnEveryStore
class FeedPollTest {
  private static final String RSS = "application/rss+xml";

  private final ScriptedServer server = ScriptedServer.start();
  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final SteppedClock clock = new SteppedClock();
  private final List<NewEvent> events = new ArrayList<>();
  private final TestStore store;
  private final Path folder;
  private Database database;
  private boolean full;

  FeedPollTest(TestStore store, @TempDir Path folder) {
    this.store = store;
    this.folder = folder;
    database = store.open(folder);
  }

  @AfterEach
  void close() {
    door.close();
    vertx.close().await();
    database.close();
    server.close();
  }

  @Test
  void takesTheFirstAnswerAsWhatIsKnownAndStartsTheNewOnesOldestFirst() {
    server.text("/feed", RSS, FeedTexts.rss("b", "a"));
    poll(open("/feed", ""));
    server.text("/feed", RSS, FeedTexts.rss("d", "c", "b", "a"));

    poll(open("/feed", ""));
    poll(open("/feed", ""));

    assertThat(titles()).containsExactly("c", "d");
    assertThat(events.getFirst().request().path("body").path("id").asText()).isEqualTo("c");
    assertThat(events.getFirst().dedupe().orElseThrow().scope()).isEqualTo("news:start");
  }

  @Test
  void goesOnWhereItWasAfterARestart() {
    server.text("/feed", RSS, FeedTexts.rss("a"));
    poll(open("/feed", ""));
    database.close();
    database = store.open(folder);
    server.text("/feed", RSS, FeedTexts.rss("b", "a"));

    poll(open("/feed", ""));

    assertThat(titles()).containsExactly("b");
  }

  @Test
  void beginsAnewAtAnotherAddress() {
    server.text("/feed", RSS, FeedTexts.rss("a"));
    server.text("/other", RSS, FeedTexts.rss("x", "y"));
    poll(open("/feed", ""));

    poll(open("/other", ""));

    assertThat(titles()).isEmpty();
  }

  @Test
  void asksPolitelyAndUnderstandsThatNothingChanged() {
    server.on(
        "/feed",
        request -> {
          var response = request.response();
          if ("\"v1\"".equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
          } else {
            response
                .putHeader("ETag", "\"v1\"")
                .putHeader("Last-Modified", "Wed, 25 Nov 2026 07:00:00 GMT")
                .putHeader("Content-Type", RSS)
                .end(FeedTexts.rss("a"));
          }
        });
    poll(open("/feed", ""));

    var unchanged = poll(open("/feed", ""));

    assertThat(unchanged.cursor().lastError()).isEmpty();
    assertThat(unchanged.cursor().nextPollAt())
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(15)),
            clock.instant().plus(Duration.ofSeconds(15 * 66)));
    assertThat(server.requests().getLast().headers())
        .containsEntry("if-none-match", "\"v1\"")
        .containsEntry("if-modified-since", "Wed, 25 Nov 2026 07:00:00 GMT");
  }

  @Test
  void leavesAFailingFeedAloneForLongerAndLonger() {
    server.on("/feed", request -> request.response().setStatusCode(500).end());

    var first = poll(open("/feed", "")).cursor();
    var second = poll(first).cursor();
    server.text("/feed", RSS, FeedTexts.rss("a"));
    var mended = poll(second).cursor();

    assertThat(first.lastError()).get().asString().contains("answered 500");
    assertThat(wait(first)).isBetween(minutes(15), minutes(17));
    assertThat(wait(second)).isBetween(minutes(30), minutes(33));
    assertThat(mended.failures()).isZero();
    assertThat(mended.lastError()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    server.on(
        "/feed",
        request -> request.response().setStatusCode(429).putHeader("Retry-After", "7200").end());

    assertThat(wait(poll(open("/feed", "")).cursor())).isBetween(minutes(120), minutes(133));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!doctype html><html></html>                            | this is a web page",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss/> | DOCTYPE",
        "''                                                      | empty",
        "<rss><channel>                                          | broken XML",
      })
  void saysInWordsWhatIsWrong(String body, String reason) {
    server.text("/feed", RSS, body);

    var polled = poll(open("/feed", ""));

    assertThat(polled.cursor().lastError()).get().asString().contains(reason);
    assertThat(polled.cursor().begun()).isFalse();
  }

  @Test
  void refusesAFeedThatIsTooLarge() {
    server.on(
        "/feed",
        request -> {
          request.response().setChunked(true);
          var megabyte = Buffer.buffer(new byte[1_000_000]);
          for (int i = 0; i < 50; i++) {
            request.response().write(megabyte);
          }
          request.response().end();
        });

    var polled = poll(open("/feed", ""));

    assertThat(polled.cursor().lastError()).get().asString().contains("10");
    assertThat(events).isEmpty();
  }

  @Test
  void knowsAnEntryWithoutAnIdAgain() {
    var item = "<item><title>No id</title><description>At all</description></item>";
    server.text("/feed", RSS, FeedTexts.feed(""));
    poll(open("/feed", ""));
    server.text("/feed", RSS, FeedTexts.feed(item));

    poll(open("/feed", ""));
    poll(open("/feed", ""));

    assertThat(titles()).containsExactly("No id");
  }

  @Test
  void keepsItsPlaceWhenTheInboxTakesNoMore() {
    server.text("/feed", RSS, FeedTexts.rss());
    poll(open("/feed", ""));
    server.text("/feed", RSS, FeedTexts.rss("b", "a"));
    full = true;

    var stopped = poll(open("/feed", ""));
    full = false;
    poll(open("/feed", ""));

    assertThat(stopped.cursor().lastError()).get().asString().contains("Too many events");
    assertThat(titles()).containsExactly("a", "b");
  }

  @Test
  void tellsWhenAnExpressionDoesNotFitAnEntry() {
    server.text("/feed", RSS, FeedTexts.rss());
    var wrong = "<zeebe:property name=\"resultExpression\" value=\"=entry.title\" />";
    poll(open("/feed", wrong));
    server.text("/feed", RSS, FeedTexts.rss("a"));

    var polled = poll(open("/feed", wrong));

    assertThat(polled.taken()).isZero();
    assertThat(polled.cursor().lastError()).get().asString().contains("started nothing");
  }

  private FeedStart start(String path, String more) {
    var xml = StartDiagrams.feed("news", server.uri(path).toString(), more);
    return Diagram.parse(xml).feeds().getFirst();
  }

  /** What publishing does. */
  private Cursor open(String path, String more) {
    drawn = start(path, more);
    var cursors = new Cursors(database);
    cursors.open("news", List.of(drawn), clock.instant());
    return cursors.find("news", "start").orElseThrow();
  }

  private FeedStart drawn = start("/feed", "");

  private FeedPoll.Polled poll(Cursor cursor) {
    var events = new FeedEvents(this::accept, new StartVariables(new Feel(clock)), clock);
    return new FeedPoll(
            door,
            new Cursors(database),
            new SeenEntries(database),
            events,
            new Pace(new Random(7)),
            clock)
        .run(drawn, cursor);
  }

  private Future<Accepted> accept(NewEvent event) {
    if (full) {
      return Future.failedFuture(new HttpProblem(503, "Too many events wait."));
    }
    events.add(event);
    return Future.succeededFuture(new Accepted.New(event.id()));
  }

  private List<String> titles() {
    return events.stream().map(event -> event.variables().path("title").asText()).toList();
  }

  private Duration wait(Cursor cursor) {
    return Duration.between(clock.instant(), cursor.nextPollAt());
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
