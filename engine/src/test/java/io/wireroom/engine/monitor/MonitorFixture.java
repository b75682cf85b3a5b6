package io.wireroom.engine.monitor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.access.Sessions;
import io.wireroom.engine.access.Tokens;
import io.wireroom.engine.again.AgainStore;
import io.wireroom.engine.again.Origins;
import io.wireroom.engine.history.History;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.repair.Deeds;
import io.wireroom.engine.repair.IncidentRoutes;
import io.wireroom.engine.repair.RepairRoutes;
import io.wireroom.engine.repair.Retries;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.HttpFront;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Deployments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The monitor's routes on a real server and port, over a history that the test fills. */
final class MonitorFixture implements AutoCloseable {
  /** What the monitor takes for the present; a little after the records' times. */
  static final Instant NOW = Instant.parse("2026-11-23T10:37:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final Database database;
  private final Tokens tokens;
  private final HttpClient client = vertx.createHttpClient();
  private final int port;
  final History history;
  final LiveTexts texts;

  MonitorFixture(Path folder, ProcessEngine engine, Duration heartbeat) {
    database = Database.open(folder.resolve("test.db"));
    history = new History(database);
    tokens = new Tokens(database, Clock.systemUTC());
    var access = new Access(tokens, new Sessions(database, Clock.systemUTC()));
    Routes guard = router -> router.route("/api/*").handler(access);
    var deeds = new Deeds(new Audit(database, Clock.systemUTC()));
    var deployments = new Deployments(database, Clock.systemUTC());
    var live = new LiveEvents(vertx, history, heartbeat);
    texts = new LiveTexts(live, history);
    port =
        new HttpFront(vertx, "127.0.0.1")
            .listen(
                0,
                List.of(
                    guard,
                    new EventRoutes(vertx, history.queries(), live, texts),
                    new SavedFilterRoutes(vertx, new SavedFilters(database)),
                    new DashboardRoutes(
                        vertx,
                        history.overview(),
                        () -> new DashboardRoutes.Backlog(3, Optional.of(NOW)),
                        Clock.fixed(NOW, ZoneOffset.UTC)),
                    new RunReadRoutes(
                        vertx,
                        history.queries(),
                        new RunView(
                            history.queries(),
                            history.steps(),
                            new Origins(
                                new AgainStore(database, Clock.systemUTC()), history.queries()),
                            type -> type.startsWith("wireroom:"),
                            Clock.fixed(NOW, ZoneOffset.UTC),
                            ZoneOffset.UTC),
                        engine),
                    new RepairRoutes(vertx, history, deployments, engine, deeds),
                    new IncidentRoutes(
                        vertx,
                        history,
                        deployments,
                        new Retries(history.incidents(), history.queries(), engine, deeds))))
            .await()
            .actualPort();
  }

  String token(Role role) {
    return tokens.create(role.word(), role, "the test").orElseThrow();
  }

  List<String> audited() {
    return database.read(
        db ->
            db.fetch("select what || ' ' || subject from audit").map(r -> r.get(0, String.class)));
  }

  Answer get(String path, String token) {
    return answer(request(HttpMethod.GET, path, token, Optional.empty(), ""));
  }

  Answer send(HttpMethod method, String path, String token, String body) {
    return answer(request(method, path, token, Optional.empty(), body));
  }

  Answer post(String path, String token, String body) {
    return answer(request(HttpMethod.POST, path, token, Optional.empty(), body));
  }

  /** Opens an event stream and keeps what it says. */
  Listener listen(String path, String token, Optional<Long> lastEventId) {
    // why map: the listener must be there before the first text is
    return request(HttpMethod.GET, path, token, lastEventId, "").map(Listener::new).await();
  }

  private Future<HttpClientResponse> request(
      HttpMethod method, String path, String token, Optional<Long> lastEventId, String body) {
    var options =
        new RequestOptions()
            .setMethod(method)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .putHeader("Authorization", "Bearer " + token);
    lastEventId.ifPresent(id -> options.putHeader("Last-Event-ID", String.valueOf(id)));
    return client.request(options).compose(request -> request.send(Buffer.buffer(body)));
  }

  private static Answer answer(Future<HttpClientResponse> response) {
    return response
        .compose(r -> r.body().map(body -> new Answer(r.statusCode(), body.toString())))
        .await();
  }

  @Override
  public void close() {
    vertx.close().await();
    database.close();
  }

  record Answer(int status, String body) {}
}
