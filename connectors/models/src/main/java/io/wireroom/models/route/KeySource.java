package io.wireroom.models.route;

/** Where the key of a route is; the key itself is in no settings file. */
public sealed interface KeySource {
  /** Read the environment variable of this name. */
  record Variable(String name) implements KeySource {}

  /** Ask the stored credentials for this name. */
  record Connection(String name) implements KeySource {}

  /** Use this profile of the server's AWS configuration. */
  record Profile(String name) implements KeySource {}

  /** Use the server's own AWS identity, if an administrator allowed it. */
  record Server() implements KeySource {}
}
