package io.wireroom.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class SitePageTest {
  @Test
  void aMissingStoryIsAPageThatNeedsNoScript(ApplicationFixture product) {
    var answer =
        product.send(product.anonymous("/site/articles/gone.html").header("Accept", "text/html"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("h1").text()).isEqualTo("There is no such page");
    assertThat(page.select("script")).isEmpty();
    assertThat(product.send(product.anonymous("/site/style.css")).statusCode()).isEqualTo(200);
  }
}
