package io.wireroom.models.route;

/** What not every model takes. */
public enum Capability {
  IMAGES("images"),
  DOCUMENTS("documents"),
  TOOLS("tools");

  private final String text;

  Capability(String text) {
    this.text = text;
  }

  /** As settings write it. */
  public String text() {
    return text;
  }
}
