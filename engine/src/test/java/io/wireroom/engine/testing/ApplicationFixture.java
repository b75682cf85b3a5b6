package io.wireroom.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.Application;
import io.wireroom.engine.ServerFile;
import io.wireroom.engine.Settings;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import io.wireroom.engine.store.StoreSettings;
import io.wireroom.net.AllowList;
import io.wireroom.testkit.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a parameter of this type: one whole product, with its real broker, for all tests of
 * the JVM. Each test uses workflow ids and webhook paths of its own.
 */
public final class ApplicationFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MODELS =
      """
      models:
        headline-writer: [local-extractive]
        scripted: [scripted]
      routes:
        local-extractive: {adapter: local-extractive}
        scripted:
          adapter: openai
          baseUrl: http://127.0.0.1:%d
          model: scripted
          connection: scripted-model
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ScriptedServer model = ScriptedServer.start();
  private final Path data;
  private final Application application;
  private final String token;

  private ApplicationFixture() {
    try {
      data = Files.createTempDirectory(Build.target(), "application-");
      Files.writeString(data.resolve("models.yaml"), MODELS.formatted(model.port()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    application =
        Application.start(
            new Settings(
                Build.home(),
                data,
                "127.0.0.1",
                0,
                new Settings.Broker.Embedded(
                    Build.brokerArchive(),
                    Build.exporterJar(),
                    Build.brokerDistribution(),
                    Acquisition.POLLING),
                AllowList.of("127.0.0.1:*"),
                true,
                new StoreSettings.Sqlite(data),
                Settings.Keeping.USUAL,
                false));
    token = ServerFile.adminToken(data).orElseThrow();
  }

  public URI uri(String path) {
    return URI.create(application.address() + path);
  }

  /** The API's routes as {@code METHOD path}. */
  public List<String> routes() {
    return application.routes();
  }

  /** What answers for the model {@code scripted}, whose key is the connection scripted-model. */
  public ScriptedServer model() {
    return model;
  }

  public Path data() {
    return data;
  }

  public String adminToken() {
    return token;
  }

  /** A request without any sign-in. */
  public HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  /** A request with the admin's token. */
  public HttpRequest.Builder admin(String path) {
    return anonymous(path).header("Authorization", "Bearer " + token);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        anonymous(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> adminPost(String path, String json) {
    return send(
        admin(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> saveDraft(String id, String bpmn) {
    return send(admin("/api/workflows/" + id + "/draft").PUT(BodyPublishers.ofString(bpmn)));
  }

  /** Saves and publishes, which must work. */
  public void publish(String id, String bpmn) {
    var saved = saveDraft(id, bpmn);
    var published = adminPost("/api/workflows/" + id + "/publish", "");
    if (saved.statusCode() != 200 || published.statusCode() != 201) {
      throw new AssertionError(saved.body() + "\n" + published.body());
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  @Override
  public void close() {
    application.close();
    model.close();
  }

  /** Starts the product with the first test that asks for it and ends it after the last. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ApplicationFixture.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(ApplicationFixture.class))
          .computeIfAbsent(
              ApplicationFixture.class, key -> new ApplicationFixture(), ApplicationFixture.class);
    }
  }
}
