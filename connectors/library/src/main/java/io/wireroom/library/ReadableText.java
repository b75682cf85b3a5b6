package io.wireroom.library;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Markup as a person would type it: paragraphs with an empty line between, lists with dashes. */
public final class ReadableText {
  private static final Set<String> LINES = Set.of("br", "dd", "dt", "li", "tr");
  private static final Set<String> LEFT_OUT =
      Set.of("script", "style", "template", "noscript", "head", "svg", "iframe", "textarea");

  private ReadableText() {}

  public static String of(Element element) {
    var writer = new Writer();
    element.traverse(writer);
    return writer.out.toString().strip();
  }

  /** The beginning of a text, cut between words. */
  public static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = text.lastIndexOf(' ', longest - 1);
    var cut = text.substring(0, end > longest / 2 ? end : whole(text, longest - 1));
    return cut.stripTrailing() + "…";
  }

  // why: a pair of surrogates is one sign and is not cut in two.
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int leftOut;

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode text -> {
          if (leftOut == 0) {
            words(text.getWholeText(), node);
          }
        }
        case Element element -> open(element);
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      if (LEFT_OUT.contains(element.normalName())) {
        leftOut--;
      } else if (isParagraph(element)) {
        breakTo(2);
      } else if (LINES.contains(element.normalName())) {
        breakTo(1);
      }
    }

    private void open(Element element) {
      if (LEFT_OUT.contains(element.normalName())) {
        leftOut++;
      } else if (isParagraph(element)) {
        breakTo(2);
      } else if (LINES.contains(element.normalName())) {
        breakTo(1);
      }
      if (element.normalName().equals("li") && leftOut == 0) {
        out.append("- ");
      }
      if (isCell(element) && !atLineStart() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }

    private static boolean isParagraph(Element element) {
      return element.isBlock() && !LINES.contains(element.normalName()) && !isCell(element);
    }

    private static boolean isCell(Element element) {
      return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private void words(String text, Node node) {
      if (node.parent() instanceof Element parent && parent.normalName().equals("pre")) {
        out.append(text);
        return;
      }
      for (var i = 0; i < text.length(); i++) {
        var c = text.charAt(i);
        if (!Character.isWhitespace(c) && c != '\u00A0') {
          out.append(c);
        } else if (!atLineStart() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      }
    }

    private boolean atLineStart() {
      return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    private void breakTo(int lines) {
      if (out.isEmpty() || leftOut > 0 || afterDash()) {
        return;
      }
      while (out.charAt(out.length() - 1) == ' ') {
        out.setLength(out.length() - 1);
      }
      var have = 0;
      while (have < out.length() && out.charAt(out.length() - 1 - have) == '\n') {
        have++;
      }
      out.repeat("\n", Math.max(0, lines - have));
    }

    private boolean afterDash() {
      var size = out.length();
      return size >= 2
          && out.charAt(size - 1) == ' '
          && out.charAt(size - 2) == '-'
          && (size == 2 || out.charAt(size - 3) == '\n');
    }
  }
}
