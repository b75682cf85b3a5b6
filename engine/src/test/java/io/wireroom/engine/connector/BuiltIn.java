package io.wireroom.engine.connector;

import io.vertx.core.Vertx;
import io.wireroom.connector.Connector;
import io.wireroom.library.article.ArticleConnector;
import io.wireroom.library.chat.ChatConnector;
import io.wireroom.library.feed.FeedConnector;
import io.wireroom.library.http.HttpConnector;
import io.wireroom.library.page.PublishPageConnector;
import io.wireroom.library.respond.RespondConnector;
import io.wireroom.models.Endpoints;
import io.wireroom.models.Models;
import io.wireroom.models.route.ModelTable;
import io.wireroom.net.Door;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Wireroom's own connectors, in the order of the docs. A new one is added here. */
final class BuiltIn implements AutoCloseable {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final Endpoints endpoints = new Endpoints(door, NOON);
  private final Models models =
      new Models(
          ModelTable.standard(),
          endpoints,
          name -> Optional.empty(),
          name -> Optional.empty(),
          false,
          NOON,
          new Random(7));
  private final PublishPageConnector pages =
      PublishPageConnector.open(Path.of("target", "site"), NOON);
  private final Connectors connectors =
      new Connectors(
          List.of(
              new HttpConnector(door),
              new ChatConnector(models),
              new FeedConnector(door),
              new ArticleConnector(door),
              pages,
              new RespondConnector((event, status, headers, body) -> false)));

  Connectors connectors() {
    return connectors;
  }

  Stream<Connector<?>> stream() {
    return connectors.all().stream();
  }

  Models models() {
    return models;
  }

  Door door() {
    return door;
  }

  Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    pages.close();
    endpoints.close();
    door.close();
    vertx.close().await();
  }
}
