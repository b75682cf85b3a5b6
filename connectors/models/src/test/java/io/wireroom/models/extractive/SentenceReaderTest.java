package io.wireroom.models.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class SentenceReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en; It rained.| Nobody minded.",
        "en; Dr. Helen Marsh spoke to the U.S. Senate.| She left.",
        "en; The train leaves at 9.15 p.m. from J. Smith's yard.",
        "en; \"Is it late?\" she asked.",
        "de; Das kostet z.B. Geld, sagte Dr. Karin Vogel.| Sie ging.",
        "de; Am 3. Mai kam der Zug.",
        "fr; M. Le Goff part en juin.| Il reste.",
        "es; El Sr. Ruiz llegó a las 9.| Luego se fue.",
        "nl; Dhr. de Boer telde 14.000 vissen.| Daarna ging hij."
      })
  void endsASentenceWhereAReaderWould(String language, String sentences) {
    var reader = new SentenceReader(language(language));

    assertThat(reader.split(sentences.replace("|", ""))).containsExactly(sentences.split("\\| "));
  }

  private static Language language(String code) {
    return Language.ALL.stream().filter(l -> l.code().equals(code)).findFirst().orElseThrow();
  }
}
