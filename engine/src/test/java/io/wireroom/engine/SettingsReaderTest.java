package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Login;
import io.wireroom.engine.store.StoreSettings;
import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SettingsReaderTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void aBuiltHome() throws IOException {
    var pointer = folder.resolve("engine/target/broker-archive.path");
    Files.createDirectories(pointer.getParent());
    Files.writeString(pointer, "/repository/camunda-zeebe.tar.gz");
  }

  @Test
  void flagsWinOverTheEnvironmentAndThatOverTheFile() throws IOException {
    Files.writeString(folder.resolve("wireroom.yaml"), "port: 1\nhost: 127.0.0.2\nexamples: false");

    var settings =
        read(Map.of("WIREROOM_PORT", "2", "WIREROOM_HOST", "127.0.0.3"), Map.of("port", "3"));

    assertThat(settings.port()).isEqualTo(3);
    assertThat(settings.host()).isEqualTo("127.0.0.3");
    assertThat(settings.examples()).isFalse();
  }

  @Test
  void namesEveryWrongKeyAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("wireroom.yaml"), "prot: 1\nport: high\nnet:\n  allow: [a, 'b:1']");

    assertThatThrownBy(() -> read(Map.of("WIREROOM_EXAMPLES", "maybe"), Map.of()))
        .hasMessageContaining("prot: unknown key")
        .hasMessageContaining("port: must be a port")
        .hasMessageContaining("net.allow: \"a\"")
        .hasMessageContaining("examples: must be true or false");
  }

  @Test
  void anExternalBrokerNeedsTheExportersSecret() {
    assertThatThrownBy(() -> read(Map.of("WIREROOM_BROKER", "http://zeebe:26500"), Map.of()))
        .hasMessageContaining("history.secret: required");
  }

  @Test
  void readsASignInForAnExternalBroker() {
    var settings =
        read(
            Map.of(
                "WIREROOM_BROKER", "https://zeebe:26500",
                "WIREROOM_HISTORY_SECRET", "s",
                "WIREROOM_BROKER_USER", "u",
                "WIREROOM_BROKER_PASSWORD", "very-secret"),
            Map.of());

    assertThat(settings.broker())
        .isInstanceOfSatisfying(
            Settings.Broker.External.class,
            external ->
                assertThat(external.cluster().login())
                    .isEqualTo(new Login.Basic("u", "very-secret")));
    assertThat(settings.toString()).doesNotContain("very-secret");
  }

  @Test
  void jobsArePolledForUnlessStreamingIsAskedFor() {
    var usual = read(Map.of(), Map.of());
    var asked = read(Map.of("WIREROOM_BROKER_JOBS", "streaming"), Map.of());

    assertThat(jobs(usual)).isEqualTo(Acquisition.POLLING);
    assertThat(jobs(asked)).isEqualTo(Acquisition.STREAMING);
    assertThatThrownBy(() -> read(Map.of("WIREROOM_BROKER_JOBS", "push"), Map.of()))
        .hasMessageContaining("broker.jobs: must be polling or streaming");
  }

  @Test
  void readsADatabaseAndNeverShowsItsPassword() {
    var usual = read(Map.of(), Map.of());
    var given =
        read(
            Map.of(
                "WIREROOM_STORE_URL", "jdbc:postgresql://db:5432/wireroom?sslmode=require",
                "WIREROOM_STORE_USER", "u",
                "WIREROOM_STORE_PASSWORD", "very-secret"),
            Map.of());

    assertThat(usual.store()).isInstanceOf(StoreSettings.Sqlite.class);
    assertThat(given.store())
        .isInstanceOfSatisfying(
            StoreSettings.Postgres.class,
            store -> assertThat(store.password()).contains("very-secret"));
    assertThat(given.toString()).contains("db:5432/wireroom").doesNotContain("very-secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://db/wireroom",
        "jdbc:postgresql:wireroom",
        "jdbc:postgresql://u:very-secret@db/wireroom",
        "jdbc:postgresql://db/wireroom?password=very-secret"
      })
  void refusesADatabasesAddressThatIsNoneOrHasAPassword(String url) {
    assertThatThrownBy(
            () ->
                read(
                    Map.of("WIREROOM_STORE_URL", url, "WIREROOM_STORE_SCHEMA", "Drop table"),
                    Map.of()))
        .hasMessageContaining("store.url: ")
        .hasMessageContaining("store.schema: ")
        .hasMessageNotContaining("very-secret");
  }

  @Test
  void aClusterIsAskedForItsRunsOnlyWhenThatIsSaid() {
    var asked =
        read(
            Map.of("WIREROOM_BROKER", "https://zeebe:443", "WIREROOM_BROKER_HISTORY", "api"),
            Map.of());

    assertThat(asked.broker())
        .isInstanceOfSatisfying(
            Settings.Broker.External.class,
            external -> assertThat(external.records()).isEqualTo(new Settings.Records.AskedFor()));
    assertThatThrownBy(
            () ->
                read(
                    Map.of("WIREROOM_BROKER", "http://z:1", "WIREROOM_BROKER_HISTORY", "guess"),
                    Map.of()))
        .hasMessageContaining("broker.history: must be exporter or api");
  }

  @Test
  void everySettingIsInTheDocuments() throws IOException {
    var page = Files.readString(Build.home().resolve("docs/settings.md"));

    assertThat(SettingsReader.KEYS).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  private static Acquisition jobs(Settings settings) {
    return switch (settings.broker()) {
      case Settings.Broker.Embedded embedded -> embedded.jobs();
      case Settings.Broker.External external -> external.cluster().acquisition();
    };
  }

  private Settings read(Map<String, String> environment, Map<String, String> flags) {
    return SettingsReader.read(folder, folder, environment, flags);
  }
}
