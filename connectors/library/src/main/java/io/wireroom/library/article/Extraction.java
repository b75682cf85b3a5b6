package io.wireroom.library.article;

import java.util.Collection;
import java.util.List;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.ArticleGrabber;
import net.dankito.readability4j.processor.MetadataParser;
import net.dankito.readability4j.processor.Postprocessor;
import net.dankito.readability4j.processor.Preprocessor;
import net.dankito.readability4j.util.RegExUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Readability, set up for pages of the news and of any length. */
final class Extraction {
  /**
   * why 120: below it the search grows less strict, and takes the menus of a short notice along.
   */
  private static final int SHORT_NOTICE = 120;

  private static final ReadabilityOptions OPTIONS =
      new ReadabilityOptions(
          ReadabilityOptions.DEFAULT_MAX_ELEMS_TO_PARSE,
          ReadabilityOptions.DEFAULT_N_TOP_CANDIDATES,
          SHORT_NOTICE,
          List.of());

  // why spelled out: Kotlin's default arguments are none in Java.
  private static final RegExUtil WORDS =
      new RegExUtil(
          RegExUtil.UnlikelyCandidatesDefaultPattern,
          RegExUtil.OkMaybeItsACandidateDefaultPattern,
          RegExUtil.PositiveDefaultPattern,
          RegExUtil.NegativeDefaultPattern,
          RegExUtil.ExtraneousDefaultPattern,
          RegExUtil.BylineDefaultPattern,
          RegExUtil.ReplaceFontsDefaultPattern,
          RegExUtil.NormalizeDefaultPattern,
          RegExUtil.VideosDefaultPattern,
          RegExUtil.NextLinkDefaultPattern,
          RegExUtil.PrevLinkDefaultPattern,
          RegExUtil.WhitespaceDefaultPattern,
          RegExUtil.HasContentDefaultPattern);

  private Extraction() {}

  static Article of(Document page) {
    // why: it prints every node that it takes out, and pretty printing is quadratic in jsoup.
    var plain = page.clone();
    plain.outputSettings().prettyPrint(false);
    return new Readability4J(
            page.baseUri(),
            plain,
            OPTIONS,
            WORDS,
            new Preprocessor(WORDS),
            new MetadataParser(WORDS),
            new ArticleGrabber(OPTIONS, WORDS),
            new Untouched())
        .parse();
  }

  // why: links are resolved when the markup is made safe; the original logs whole pages instead.
  private static final class Untouched extends Postprocessor {
    @Override
    public void postProcessContent(
        Document page, Element content, String url, Collection<String> classes) {}
  }
}
