package io.wireroom.engine.history;

/** A workflow's runs: how many began since a time, and how many stand at an incident now. */
public record RunCounts(int begun, int failed) {}
