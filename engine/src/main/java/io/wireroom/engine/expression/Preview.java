package io.wireroom.engine.expression;

import java.util.List;

/**
 * An evaluation as the person who writes the expression sees it.
 *
 * @param kind of the value, in the words of the API; {@code nothing} when there is none
 * @param notes why parts of it are null, such as a name that is not there
 */
record Preview(FeelResult result, String kind, List<String> notes) {
  Preview {
    notes = List.copyOf(notes);
  }

  static Preview none(FeelResult.Failed failed) {
    return new Preview(failed, "nothing", List.of());
  }
}
