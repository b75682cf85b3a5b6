package io.wireroom.engine.access;

/** Who makes a request. {@code name} owns drafts and stands in the audit trail. */
public record Caller(String name, Role role) {}
