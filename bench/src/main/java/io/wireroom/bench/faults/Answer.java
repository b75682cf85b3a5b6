package io.wireroom.bench.faults;

/**
 * A line of the source's ledger: what the product answered at last.
 *
 * @param event the source's own id of the event
 * @param tries how often it was sent until there was a 2xx
 * @param eventId the product's id of the event
 * @param at milliseconds of the wall clock
 */
record Answer(String event, int tries, int status, boolean duplicate, String eventId, long at) {}
