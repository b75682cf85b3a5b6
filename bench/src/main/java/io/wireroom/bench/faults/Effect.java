package io.wireroom.bench.faults;

/**
 * A line of the sink's ledger: one request of a step.
 *
 * @param event the source's id of the event, as the run knows it
 * @param key the Idempotency-Key
 */
record Effect(String event, int sequence, String key, long at) {
  /**
   * The step in the run that sent it: the key without the hash of its input. Zeebe gives each step
   * of each run a key of its own, which outlives the step's retries, so two different ones for one
   * event are two runs.
   */
  String step() {
    var dash = key.indexOf('-');
    return dash < 0 ? key : key.substring(0, dash);
  }
}
