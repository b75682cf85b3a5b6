package io.wireroom.engine.architecture.broken;

import java.net.http.HttpClient;

/** Breaks the rule of the one door, on purpose. */
final class OpensAnotherDoor {
  HttpClient another() {
    return HttpClient.newHttpClient();
  }
}
