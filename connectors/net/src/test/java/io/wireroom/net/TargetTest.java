package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class TargetTest {
  @ParameterizedTest(name = "{0} goes to {1} for {2}")
  @CsvSource({
    "http://example.org,                 example.org:80,       /",
    "https://example.org,                example.org:443,      /",
    "HTTPS://Example.ORG.:8443/a?b=c#d,  example.org:8443,     /a?b=c",
    "http://example.org:/x,              example.org:80,       /x",
    "http://example.org?q=1,             example.org:80,       /?q=1",
    "http://my_service:81//a/../b,       my_service:81,        //a/../b",
    "http://münchen.example/straße,      xn--mnchen-3ya.example:80, /stra%C3%9Fe",
    "http://192.0.43.8/,                 192.0.43.8:80,        /",
    "http://[2001:4860::88]/,            [2001:4860::88]:80,   /",
    "http://１２７.０.０.１/,               127.0.0.1:80,         /",
    "http://①②⑦。⓪。⓪。①/,               127.0.0.1:80,         /",
    "http://1.2.3.4.example/,            1.2.3.4.example:80,   /",
    "http://0x7f.example/,               0x7f.example:80,      /",
  })
  void readsAnAddressInOneWay(String url, String authority, String path) {
    var target = Target.of(URI.create(url));

    assertThat(target.authority()).isEqualTo(authority);
    assertThat(target.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/only/a/path",
        "example.org/x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://127.0.0.1:25/x",
        "jar:http://example.org/x.jar!/y",
        "http:example.org",
        "http:/example.org",
        "http:///x",
        "http://:80/",
        "http://user@example.org/",
        "http://user:word@example.org/",
        "http://@example.org/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:4294967376/",
        "http://exa%6dple.org/",
        "http://127%2e0%2e0%2e1/",
        "http://%31%32%37.0.0.1/",
        "http://a..b/",
        "http://.example.org/",
        "http://-a.example/",
        "http://[::1%25lo]/",
        "http://[fe80::1%25eth0]:80/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:8.8.8.8]/",
      })
  void refusesWhatIsNotAPlainWebAddress(String url) {
    assertThatThrownBy(() -> Target.of(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "127.0.1",
        "2130706433",
        "0",
        "00",
        "017700000001",
        "0177.0.0.1",
        "127.0.0.01",
        "0x7f000001",
        "0X7F.0.0.1",
        "0x7f.1",
        "127.0.0.0x1",
        "0x",
        "127.0.0.1.",
        "256.1.1.1",
        "1.2.3.4.5",
        "4294967297",
        "1.1",
        "example.0x1",
        "example.1",
      })
  void refusesEverySpellingOfANumberButThePlainOne(String host) {
    assertThatThrownBy(() -> Target.of(URI.create("http://" + host + "/")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user@a.test/", "http://user:word@a.test/", "http://@a.test/"})
  void saysWhatToDoInsteadOfAUserInTheAddress(String url) {
    assertThatThrownBy(() -> Target.of(URI.create(url)))
        .hasMessage("the address carries a user or password; use a connection instead");
  }
}
