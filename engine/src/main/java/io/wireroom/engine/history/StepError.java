package io.wireroom.engine.history;

import java.util.Optional;

/** Why a step failed, last. {@code incidentKey} is there while a person is needed. */
public record StepError(String message, Optional<String> code, Optional<Long> incidentKey) {}
