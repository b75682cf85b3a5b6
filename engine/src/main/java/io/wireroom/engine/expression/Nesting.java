package io.wireroom.engine.expression;

/**
 * How deep brackets stand inside each other, comments and quoted names left aside. The engine's
 * parser takes twice as long for each level.
 */
final class Nesting {
  private final String text;
  private int at;
  private int depth;
  private int deepest;

  private Nesting(String text) {
    this.text = text;
  }

  static int of(String expression) {
    var nesting = new Nesting(expression);
    while (nesting.at < expression.length()) {
      nesting.step();
    }
    return nesting.deepest;
  }

  private void step() {
    switch (text.charAt(at)) {
      case '"' -> skipString();
      case '`' -> skipTo("`", 1);
      case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
      case ')', ']', '}' -> depth--;
      case '/' -> {
        if (text.startsWith("/*", at)) {
          skipTo("*/", 2);
        } else if (text.startsWith("//", at)) {
          skipTo("\n", 2);
        }
      }
      default -> {}
    }
    at++;
  }

  private void skipString() {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
  }

  private void skipTo(String end, int from) {
    var found = text.indexOf(end, at + from);
    at = found < 0 ? text.length() : found + end.length() - 1;
  }
}
