package io.wireroom.engine.architecture.broken;

/** Breaks the rule of names, on purpose. */
final class BrokenNameHelper {}
