package io.wireroom.engine.workflow;

import java.util.List;

/** Keeps what is open of the newest versions; {@link Publisher} tells it, one at a time. */
public interface OpenStarts {
  /** What of the diagram another workflow owns already. */
  List<Problem> conflicts(Diagram diagram);

  /** The diagram is its workflow's newest version now. */
  void take(Diagram diagram);
}
