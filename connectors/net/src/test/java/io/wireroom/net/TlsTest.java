package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class TlsTest {
  private final Surroundings around = new Surroundings();
  private final List<String> served = new CopyOnWriteArrayList<>();

  @BeforeEach
  void name() {
    around.names.on("secure.test", List.of("127.0.0.1")).on("other.test", List.of("127.0.0.1"));
  }

  @AfterEach
  void leave() throws Exception {
    around.close();
  }

  @Test
  void theNameInTheAddressIsIndicatedAndVerifiedThoughTheConnectionIsPinned() throws Exception {
    var bundle = certificate().buildSelfSigned();
    var server = listen("127.0.0.1", bundle);
    var door = trusting(bundle.getCertificatePEM());

    var answer = door.send(Request.get(uri("secure.test", server)));

    assertThat(answer).isInstanceOf(Answer.Response.class);
    assertThat(served).containsExactly("secure.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]"})
  void anAddressIsVerifiedLikeAName(String host) throws Exception {
    var bundle = certificate().buildSelfSigned();
    var server = listen(host.replaceAll("[\\[\\]]", ""), bundle);
    var door = trusting(bundle.getCertificatePEM());

    assertThat(door.send(Request.get(uri(host, server)))).isInstanceOf(Answer.Response.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]"})
  void aCertificateWithoutTheAddressIsNotEnough(String host) throws Exception {
    var bundle =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=elsewhere")
            .addSanDnsName("secure.test")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    var server = listen(host.replaceAll("[\\[\\]]", ""), bundle);

    var answer = trusting(bundle.getCertificatePEM()).send(Request.get(uri(host, server)));

    assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    assertThat(served).isEmpty();
  }

  @Test
  void aCertificateThatNobodyTrustsIsNotEnough() throws Exception {
    var server = listen("127.0.0.1", certificate().buildSelfSigned());

    var answer = around.door("secure.test:*").send(Request.get(uri("secure.test", server)));

    assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    assertThat(served).isEmpty();
  }

  @Test
  void aCertificateForAnotherNameIsNotEnough() throws Exception {
    var bundle = certificate().buildSelfSigned();
    var server = listen("127.0.0.1", bundle);
    var door = trusting(bundle.getCertificatePEM());

    assertThat(door.send(Request.get(uri("other.test", server))))
        .isInstanceOf(Answer.Unreachable.class);
    assertThat(served).isEmpty();
  }

  @ParameterizedTest(name = "issued {0} days ago for 9 days: {1}")
  @CsvSource({"1, true", "10, false", "-1, false"})
  void anIssuedCertificateHoldsInItsTimeOnly(int daysAgo, boolean holds) throws Exception {
    var start = Instant.now().minus(daysAgo, ChronoUnit.DAYS);
    var authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=root")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    var issued =
        certificate()
            .setIsCertificateAuthority(false)
            .notBefore(start)
            .notAfter(start.plus(9, ChronoUnit.DAYS))
            .buildIssuedBy(authority);
    var server = listen("127.0.0.1", issued);

    var answer =
        trusting(authority.getCertificatePEM()).send(Request.get(uri("secure.test", server)));

    assertThat(answer).isInstanceOf(holds ? Answer.Response.class : Answer.Unreachable.class);
    assertThat(served).hasSize(holds ? 1 : 0);
  }

  @Test
  void moreTrustDoesNotMeanLessOfTheUsualOne() throws Exception {
    var pem = certificate().buildSelfSigned().getCertificatePEM();

    var managers = Trust.with(List.of(pem)).getTrustManagerFactory(around.vertx).getTrustManagers();

    assertThat(((X509TrustManager) managers[0]).getAcceptedIssuers()).hasSizeGreaterThan(50);
  }

  private static CertificateBuilder certificate() {
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=secure.test")
        .addSanDnsName("secure.test")
        .addSanIpAddress("127.0.0.1")
        .addSanIpAddress("::1")
        .setIsCertificateAuthority(true);
  }

  private Door trusting(String pem) {
    return around.door(around.settings("127.0.0.0/8", "::1/128").trusting(pem));
  }

  private HttpServer listen(String host, X509Bundle bundle) {
    var options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(0)
            .setSsl(true)
            .setSni(true)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setKeyValue(Buffer.buffer(bundle.getPrivateKeyPEM()))
                    .setCertValue(Buffer.buffer(bundle.getCertificatePathPEM())));
    return around
        .vertx
        .createHttpServer(options)
        .requestHandler(
            request -> {
              served.add(String.valueOf(request.connection().indicatedServerName()));
              request.response().end("safe");
            })
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static URI uri(String host, HttpServer server) {
    return URI.create("https://" + host + ":" + server.actualPort() + "/");
  }
}
