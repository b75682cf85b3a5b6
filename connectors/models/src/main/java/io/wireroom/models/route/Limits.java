package io.wireroom.models.route;

import java.util.Optional;

/**
 * What a route takes.
 *
 * @param concurrent requests at one time; further ones find the route busy
 * @param context the longest prompt and answer in tokens, when it is known
 */
public record Limits(int concurrent, Optional<Long> context) {}
