package io.wireroom.engine;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.wireroom.connector.Connector;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.AccessRoutes;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.access.Sessions;
import io.wireroom.engine.access.Tokens;
import io.wireroom.engine.again.RunAgain;
import io.wireroom.engine.alert.Telling;
import io.wireroom.engine.broker.BrokerTrouble;
import io.wireroom.engine.connections.ConnectionKeys.KeyTrouble;
import io.wireroom.engine.connections.ConnectionRoutes;
import io.wireroom.engine.connections.ConnectionStore;
import io.wireroom.engine.connections.ConnectionUsers;
import io.wireroom.engine.connector.CompareRoutes;
import io.wireroom.engine.connector.ConnectorRoutes;
import io.wireroom.engine.connector.Connectors;
import io.wireroom.engine.connector.ModelRoutes;
import io.wireroom.engine.expression.ExpressionRoutes;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.Mappings;
import io.wireroom.engine.expression.ResultVariables;
import io.wireroom.engine.monitor.LiveEvents;
import io.wireroom.engine.monitor.LiveTexts;
import io.wireroom.engine.monitor.RunView;
import io.wireroom.engine.process.AwaitedEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.StoreTrouble;
import io.wireroom.engine.trial.TrialRoutes;
import io.wireroom.engine.trial.Trials;
import io.wireroom.engine.trigger.Callers;
import io.wireroom.engine.trigger.DemoRoutes;
import io.wireroom.engine.trigger.Facts;
import io.wireroom.engine.trigger.RunEnds;
import io.wireroom.engine.trigger.auth.HookAuth;
import io.wireroom.engine.trigger.feed.FeedRoutes;
import io.wireroom.engine.trigger.feed.FeedWatch;
import io.wireroom.engine.trigger.form.FormEvents;
import io.wireroom.engine.trigger.form.FormRoutes;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.InboxMeters;
import io.wireroom.engine.trigger.schedule.Schedules;
import io.wireroom.engine.web.FileRoutes;
import io.wireroom.engine.web.HealthRoutes;
import io.wireroom.engine.web.HttpFront;
import io.wireroom.engine.web.MetricsRoutes;
import io.wireroom.engine.web.OpenApiRoutes;
import io.wireroom.engine.web.ReadOnlyRoutes;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.web.SettingsRoutes;
import io.wireroom.engine.worker.Onlookers;
import io.wireroom.engine.worker.StepTrial;
import io.wireroom.engine.worker.StepWork;
import io.wireroom.engine.worker.Verdicts;
import io.wireroom.engine.worker.Worker;
import io.wireroom.engine.workflow.Catalog;
import io.wireroom.engine.workflow.ConnectionUses;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Deployer;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.DiagramCheck;
import io.wireroom.engine.workflow.DraftRoutes;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Drawings;
import io.wireroom.engine.workflow.Examples;
import io.wireroom.engine.workflow.Forms;
import io.wireroom.engine.workflow.Gallery;
import io.wireroom.engine.workflow.Hooks;
import io.wireroom.engine.workflow.Pauses;
import io.wireroom.engine.workflow.Publisher;
import io.wireroom.engine.workflow.RunDrawingRoutes;
import io.wireroom.engine.workflow.Triggers;
import io.wireroom.engine.workflow.Versions;
import io.wireroom.engine.workflow.WorkflowRoutes;
import io.wireroom.library.article.ArticleConnector;
import io.wireroom.library.chat.ChatConnector;
import io.wireroom.library.feed.FeedConnector;
import io.wireroom.library.http.HttpConnector;
import io.wireroom.library.page.PublishPageConnector;
import io.wireroom.library.respond.RespondConnector;
import io.wireroom.models.Endpoints;
import io.wireroom.models.Models;
import io.wireroom.net.AllowList;
import io.wireroom.net.Door;
import io.wireroom.net.DoorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: every part, in the order in which ARCHITECTURE.md tells the flow. */
public final class Application implements AutoCloseable {
  /** For the person at the terminal; see logback.xml. */
  private static final Logger TERMINAL = LoggerFactory.getLogger("wireroom.terminal");

  private static final String ADMIN = "admin";
  private static final String UNREADABLE =
      " It cannot be read either. Restore a backup, or move it away; see docs/store.md.";

  private final Settings settings;
  private final int port;
  private final Openings open = new Openings();
  private final Clock clock = Clock.systemUTC();
  private final Vertx vertx;
  private final Database database;
  private final AllowList allow;
  private String signInCode = "";
  private List<String> routes = List.of();

  private Application(Settings settings) {
    this.settings = settings;
    if (!Files.exists(settings.data())) {
      Ports.usable(settings.host(), settings.port()); // why first: or it would leave a new folder
    }
    open.opened(DataLock.take(settings.data()));
    LogFile.open(settings.data());
    this.port = Ports.usable(settings.host(), settings.port());
    this.database = store(Database.Kind.MAIN);
    this.vertx = Vertx.vertx();
    open.opened(() -> Future.await(vertx.close()));
    this.allow = settings.netAllow().and(own());
  }

  /**
   * Starts everything and returns when runs can begin. Blocks; not for an event loop.
   *
   * @throws StartTrouble with one line that says what to do
   */
  public static Application start(Settings settings) {
    var application = new Application(settings);
    try {
      application.start();
      return application;
    } catch (BrokerTrouble | KeyTrouble | StoreTrouble e) {
      application.close();
      throw new StartTrouble(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      var damage = application.database.damage();
      application.close();
      throw damage.<RuntimeException>map(what -> new StartTrouble(what + UNREADABLE, e)).orElse(e);
    }
  }

  /**
   * Whether the data folder is free to start with; leaves nothing behind.
   *
   * @throws StartTrouble with one line that says what to do
   */
  public static void look(Settings settings) {
    if (Files.exists(settings.data())) {
      DataLock.take(settings.data()).close();
    }
  }

  private void start() {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var connections =
        ConnectionStore.open(
            database,
            settings.data().resolve("connections.key"),
            variable("WIREROOM_CONNECTIONS_KEY"),
            clock);
    var recording = new Recording(database, settings, clock);
    var documents = recording.documents();
    var history = recording.history();
    var callers = new Callers();
    history.listen(new RunEnds(callers, history.queries(), documents, Thread::startVirtualThread));
    // why its place is taken here: it is started last, and stopped after everything that uses it
    var brokers =
        new Brokers(settings, vertx, history, callers::waitLately, open.opened(new Openings()));
    var engine = new AwaitedEngine();

    var door = open.opened(Door.open(vertx, DoorSettings.allowing(allow)));
    var modelsFile = open.opened(new ModelsFile(settings.data()));
    var models =
        new Models(
            modelsFile.read(),
            open.opened(new Endpoints(door, clock)),
            Application::variable,
            connections,
            settings.serverIdentity(),
            clock,
            new SecureRandom());
    modelsFile.follow(models);
    var connectors = new Connectors(builtIn(door, models, callers));

    var feel = new Feel(clock);
    var check =
        new DiagramCheck(
            connectors.requiredInputs(),
            feel,
            name -> connections.find(name).isPresent(),
            models.states().keySet());
    var drafts = new Drafts(database, clock);
    var versions = new Versions(database, clock);
    var hooks = new Hooks(versions);
    var gallery = new Gallery(settings.home());
    var audit = new Audit(database, clock);
    var inbox =
        open.opened(
            new Inbox(
                store(Database.Kind.INBOX),
                engine,
                history.queries(),
                settings.keeping().inbox(),
                documents,
                clock));
    history.listen(inbox::recordsStored);
    InboxMeters.bind(metrics, inbox, clock);
    var triggering = new Triggering(vertx, inbox, documents, feel, clock);
    var forms = new Forms(versions);
    var feeds =
        open.opened(new FeedWatch(database, door, inbox::accept, feel, new SecureRandom(), clock));
    var deployments = new Deployments(database, clock);
    var pauses = new Pauses(database, clock);
    var deployer = new Deployer(engine, deployments, versions, pauses);
    var publisher =
        new Publisher(check, drafts, versions, List.of(hooks, forms, feeds), deployer, audit);
    var copies = new Copies(check, deployments, engine, history.queries());
    history.listen(copies::recordsStored);
    var remembering =
        open.opened(
            new Remembering(
                database,
                store(Database.Kind.EFFECTS),
                history.queries(),
                engine,
                documents,
                clock));
    open.opened(recording.housekeeping());
    var steps =
        new StepWork(
            connections, new Verdicts(new ResultVariables(clock), new SecureRandom()), documents);
    var live = new LiveEvents(vertx, history);
    var texts = new LiveTexts(live, history);
    var worker =
        open.opened(
            new Worker(
                engine,
                steps,
                deployments,
                remembering.memory(),
                Onlookers.all(texts, callers),
                metrics));
    var trial = open.opened(new StepTrial(steps, new Mappings(feel), new SecureRandom()));
    if (sound()) {
      worker.serve(connectors.all());
      remembering.serve();
    }

    var tokens = new Tokens(database, clock);
    var sessions = new Sessions(database, clock);
    var access = new Access(tokens, sessions);
    if (sound()) {
      inbox.open(pauses.all());
      feeds.start(versions);
    }
    var lag = open.opened(recording.lag(engine));
    inbox.listen(live::isListenedTo, events -> live.news("inbox", events));
    var auth = new HookAuth(access::holder, connections::valid, clock);
    var schedules = new Schedules(history.timers(), feel, clock, ZoneId.systemDefault());
    var triggers = new Triggers(new Facts(feeds, schedules));
    var catalog =
        new Catalog(database, drafts, versions, check, triggers, gallery, history.queries(), clock);
    var users = new ConnectionUsers(new ConnectionUses(versions), models);
    var drawings = new Drawings(drafts, versions);
    var draftRoutes = new DraftRoutes(vertx, drafts, versions, check);
    var alerts =
        open.opened(
            new Telling(
                    database,
                    history,
                    versions,
                    new Telling.Ways(door, connections, inbox::accept),
                    inbox::oldestWaiting,
                    lag::lag,
                    address(),
                    clock)
                .begin());
    var areas =
        new ArrayList<Routes>(
            List.of(
                new ReadOnlyRoutes(() -> !sound()),
                new HealthRoutes(vertx, engine, database),
                new MetricsRoutes(vertx, metrics, access),
                new FormRoutes(
                    vertx,
                    forms,
                    access,
                    new FormEvents(feel, clock),
                    inbox::accept,
                    clock,
                    formPage()),
                new AccessRoutes(vertx, access, tokens, sessions, audit),
                new WorkflowRoutes(vertx, catalog, gallery, draftRoutes, publisher)));
    areas.addAll(triggering.starts(auth, hooks, versions, callers));
    areas.addAll(triggering.drafts(auth, drawings, copies, callers));
    areas.addAll(triggering.people(history, versions, drafts, copies, deployer, audit));
    areas.addAll(recording.routes(vertx, lag, metrics));
    var view =
        new RunView(
            history.queries(),
            history.steps(),
            remembering.origins(),
            type -> connectors.find(type).isPresent(),
            clock,
            ZoneId.systemDefault());
    areas.addAll(
        Watching.routes(vertx, database, history, view, live, texts, inbox, engine, clock));
    areas.addAll(Repairing.routes(vertx, history, deployments, engine, feel, audit, clock));
    areas.add(alerts.routes(vertx, audit));
    var diagrams = new RunAgain.Diagrams(deployments, versions, drafts, copies);
    areas.addAll(remembering.routes(vertx, diagrams, inbox, connectors, audit));
    areas.addAll(
        List.of(
            new FeedRoutes(vertx, feeds),
            new TrialRoutes(vertx, new Trials(drawings, connectors, trial, audit)),
            new RunDrawingRoutes(vertx, history.queries(), deployments),
            new ConnectorRoutes(connectors),
            new ModelRoutes(models),
            new CompareRoutes(vertx, models, audit),
            new ExpressionRoutes(vertx, clock),
            new ConnectionRoutes(vertx, connections, users, door, audit, clock),
            new SettingsRoutes(explained()),
            new OpenApiRoutes(),
            new DemoRoutes(vertx, settings.home()),
            new FileRoutes(vertx, HomeLayout.browserFiles(settings.home()), site())));
    listen(areas);

    var broker = brokers.connect(clock);
    engine.arrived(broker.engine());
    if (sound() && (ServerFile.adminToken(settings.data()).isEmpty() || tokens.none())) {
      firstStart(new Examples(gallery, drafts, versions, publisher), tokens);
    }
    signInCode = sessions.issueCode();
    ServerFile.write(settings.data(), port, broker.address().get());
    open.opened(() -> ServerFile.markStopped(settings.data(), port));
  }

  private List<Connector<?>> builtIn(Door door, Models models, Callers callers) {
    return List.of(
        new HttpConnector(door),
        new ChatConnector(models),
        new FeedConnector(door),
        new ArticleConnector(door),
        open.opened(PublishPageConnector.open(site(), clock)),
        new RespondConnector(callers));
  }

  private Database store(Database.Kind kind) {
    try {
      return open.opened(Database.open(settings.store(), kind));
    } catch (StoreTrouble e) {
      open.close();
      throw new StartTrouble(String.valueOf(e.getMessage()), e);
    }
  }

  /** Otherwise runs can be looked at, and nothing is accepted or worked on. */
  private boolean sound() {
    return database.damage().isEmpty();
  }

  private List<String> explained() {
    var all = new ArrayList<>(settings.netAllow().explained());
    own()
        .explained()
        .forEach(rule -> all.add(rule + "; for the demonstration's feed, served here"));
    return all;
  }

  private AllowList own() {
    return AllowList.of("127.0.0.1:" + port);
  }

  private void listen(List<Routes> areas) {
    var front = new HttpFront(vertx, settings.host());
    var server = Future.await(front.listen(port, areas));
    open.opened(() -> Future.await(server.close()));
    routes = front.routes();
  }

  private void firstStart(Examples examples, Tokens tokens) {
    if (settings.examples()) {
      TERMINAL.info("Publishing the example newsroom …");
      examples.publish();
    }
    tokens.revoke(ADMIN);
    ServerFile.writeAdminToken(
        settings.data(), tokens.create(ADMIN, Role.ADMIN, "wireroom").orElseThrow());
  }

  /** Where people find it, with a link that signs in once; for the person who started it. */
  public String readyLine() {
    return "Wireroom is ready. Sign in: " + address() + "/sign-in?code=" + signInCode;
  }

  /** The API's routes as {@code METHOD path}. */
  public List<String> routes() {
    return routes;
  }

  /** The server's own address. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  private Path site() {
    return settings.data().resolve("site");
  }

  private Path formPage() {
    return HomeLayout.browserFiles(settings.home()).resolve("form.html");
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public void close() {
    open.close();
  }
}
