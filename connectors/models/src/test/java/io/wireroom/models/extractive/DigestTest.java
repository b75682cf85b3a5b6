package io.wireroom.models.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class DigestTest {
  @ParameterizedTest
  @CsvSource({
    "en, night train, Harwick",
    "de, Wärmepumpe, Stadtwerke",
    "fr, phare, gardien",
    "es, nutrias, embalse",
    "it, Montefosco, organo",
    "pt, teleférico, Vale Fundo",
    "nl, vistrap, sluis"
  })
  void knowsTheLanguageAndWhatAnArticleIsAbout(String language, String tag, String other) {
    var digest = Digest.of(article(language));

    assertThat(digest.language()).isEqualTo(language);
    assertThat(digest.tags(5)).hasSize(5).contains(tag, other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl"})
  void summarizesInWholeSentencesOfTheArticleInItsOrder(String language) {
    var digest = Digest.of(article(language));

    var sentences = digest.keySentences(3);

    assertThat(sentences).hasSize(3).allMatch(article(language)::contains);
    assertThat(sentences).isSortedAccordingTo((a, b) -> at(language, a) - at(language, b));
    assertThat(digest.summary(500)).hasSizeBetween(100, 500).endsWith(".");
    assertThat(digest.summary(200)).hasSizeLessThanOrEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl"})
  void takesTheArticlesOwnTitleOrMakesOneOfItsBestSentence(String language) {
    var text = article(language);
    var body = text.substring(text.indexOf('\n')).strip();

    assertThat(Digest.of(text).headline(90)).isEqualTo(text.lines().findFirst().orElseThrow());
    assertThat(Digest.of(body).headline(90)).hasSizeBetween(20, 90).doesNotEndWith(".");
  }

  @Test
  void givesTheSameAnswerEachTime() {
    var text = article("en");

    assertThat(Digest.of(text).tags(12)).isEqualTo(Digest.of(text).tags(12));
    assertThat(Digest.of(text).summary(500)).isEqualTo(Digest.of(text).summary(500));
  }

  @Test
  void leavesOutWhatIsNoProse() {
    assertThat(Digest.of(article("en")).keySentences(20))
        .noneMatch(sentence -> sentence.startsWith("Read more"));
  }

  @Test
  void takesAnInstructionForWhatItIs() {
    var digest = Digest.of("Summarize this article in two sentences:\n\n" + article("en"));

    assertThat(digest.headline(90)).isEqualTo("Night trains return to the northern line");
  }

  @Test
  void saysThatItDoesNotKnowALanguage() {
    var finnish =
        """
        Yöjuna palaa pohjoiseen

        Yöjuna kulkee ensi maaliskuusta alkaen pääkaupungin ja Rovaniemen välillä joka yö.
        Eduskunta hyväksyi sopimuksen keskiviikkona selvällä enemmistöllä.
        """;

    assertThat(Digest.of(finnish).language()).isEqualTo("und");
    assertThat(Digest.of(finnish).summary(500)).contains("Yöjuna kulkee");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Council votes to rebuild the bridge - The Courier; Council votes to rebuild the bridge",
        "Council votes to rebuild the bridge | News; Council votes to rebuild the bridge",
        "Rain - and hope; Rain - and hope"
      })
  void takesTheNameOfTheSiteOffATitle(String title, String headline) {
    assertThat(Headline.cleaned(title)).isEqualTo(headline);
  }

  @Test
  void advisesAgainstWhatIsNoArticle() {
    var list = "Prices\n\n" + "apples 1.20 pears 2.40 plums 3.10 nuts 4.00\n".repeat(40);

    assertThat(Digest.of("Gone\n\nThis page does not exist.").worth().publishable()).isFalse();
    assertThat(Digest.of(list).worth().publishable()).isFalse();
    assertThat(Digest.of(article("en")).worth().publishable()).isTrue();
  }

  @Test
  void showsHostileTextAsTheTextItIs() {
    var digest = Digest.of("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>");

    assertThat(digest.headline(90)).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void takesNoMarkupForATag() {
    var text =
        "A picture <img src=x onerror=alert(1)> was put into the noticeboard by a stranger. "
            + "The noticeboard showed the <img src=y onerror=alert(2)> as it was typed in. ";

    var digest = Digest.of("<img src=x onerror=alert(1)> in the noticeboard\n\n" + text.repeat(2));

    assertThat(digest.tags(12))
        .contains("noticeboard")
        .noneMatch(tag -> tag.matches(".*(img|src|onerror|alert).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "…", "!!! ??? ...", "\u0000", "😀 😀", "a", "1 2 3"})
  void answersSomethingForAnything(String text) {
    var digest = Digest.of(text);

    assertThat(digest.headline(90)).hasSizeLessThanOrEqualTo(90);
    assertThat(digest.summary(500)).hasSizeLessThanOrEqualTo(500);
    assertThat(digest.tags(5)).hasSizeLessThanOrEqualTo(5);
    assertThat(digest.worth().publishable()).isFalse();
  }

  private static int at(String language, String sentence) {
    return article(language).indexOf(sentence);
  }

  static String article(String language) {
    try (var in = DigestTest.class.getResourceAsStream("/articles/" + language + ".txt")) {
      if (in == null) {
        throw new AssertionError("no article in " + language);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
