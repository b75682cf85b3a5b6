package io.wireroom.engine.architecture.broken;

import io.camunda.client.CamundaClient;

/** Breaks the rule of the one adapter, on purpose. */
interface KnowsZeebe {
  CamundaClient client();
}
