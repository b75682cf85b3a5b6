package io.wireroom.models.gate;

import java.time.Duration;

/**
 * Measured times of the last minutes.
 *
 * @param count of how many; the others are zero when there are none
 */
public record Percentiles(long count, Duration p50, Duration p95, Duration p99) {}
