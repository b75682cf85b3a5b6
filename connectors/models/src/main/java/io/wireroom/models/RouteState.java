package io.wireroom.models;

import io.wireroom.models.route.Route;

/**
 * A route as it is now.
 *
 * @param state {@code ready}, {@code busy} (all places taken) or {@code no-key} (its key is not
 *     where the settings say)
 */
public record RouteState(Route route, String state) {}
