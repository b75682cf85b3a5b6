package io.wireroom.models;

import io.wireroom.models.route.Route;

/**
 * A route as it is now.
 *
 * @param state {@code ready}, {@code busy} (all places taken) or {@code no-key} (its environment
 *     variable is not set)
 */
public record RouteState(Route route, String state) {}
