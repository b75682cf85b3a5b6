package io.wireroom.engine.web;

import java.util.List;

/** Ends a request with an answer of {@code application/problem+json}. Thrown, never logged. */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Detail> errors;

  public HttpProblem(int status, String detail) {
    this(status, detail, List.of());
  }

  public HttpProblem(int status, String detail, List<Detail> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  public int status() {
    return status;
  }

  public List<Detail> errors() {
    return errors;
  }

  /** One thing wrong, at a JSON path, a setting's name or an element's id. */
  public record Detail(String path, String message) {}
}
