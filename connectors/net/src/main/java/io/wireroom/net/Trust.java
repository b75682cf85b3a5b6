package io.wireroom.net;

import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's trusted certificates and some more. */
final class Trust {
  private Trust() {}

  /**
   * Trusts what the JDK trusts and these certificates.
   *
   * @throws IllegalArgumentException when one of them is no PEM certificate
   */
  static TrustOptions with(List<String> pem) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var certificate : manager(null).getAcceptedIssuers()) {
        store.setCertificateEntry("jdk-" + store.size(), certificate);
      }
      for (var text : pem) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        for (var c : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
          store.setCertificateEntry("own-" + store.size(), c);
        }
      }
      return TrustOptions.wrap(manager(store));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("not a PEM certificate that can be trusted", e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust in this JDK"));
  }
}
