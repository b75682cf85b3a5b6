package io.wireroom.models.route;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way to serve a model.
 *
 * @param baseUrl where it is: with or without {@code /v1} at its end; for AWS only when it is not
 *     where AWS has it; empty for a built-in
 * @param model the name that the endpoint knows it by: a model, or a SageMaker endpoint; empty for
 *     a built-in
 * @param key where its key is; empty when the endpoint wants none
 * @param price empty when nobody said it
 */
public record Route(
    String name,
    Adapter adapter,
    Optional<URI> baseUrl,
    String model,
    Optional<KeySource> key,
    Hardware hardware,
    Deadlines deadlines,
    Limits limits,
    Optional<Price> price,
    Wire wire) {
  private static final Pattern GEOGRAPHY =
      Pattern.compile("(?:^|/)(us-gov|us|eu|apac|jp|au|global)\\.");

  /** A route with the usual phases, without a price. */
  public Route(
      String name,
      Adapter adapter,
      Optional<URI> baseUrl,
      String model,
      Optional<KeySource> key,
      Hardware hardware,
      Duration timeout,
      int maxConcurrent) {
    this(
        name,
        adapter,
        baseUrl,
        model,
        key,
        hardware,
        Deadlines.within(timeout),
        new Limits(maxConcurrent, Optional.empty()),
        Optional.empty(),
        Wire.USUAL);
  }

  /** The stored credential that it uses. */
  public Optional<String> connection() {
    return key.filter(KeySource.Connection.class::isInstance)
        .map(source -> ((KeySource.Connection) source).name());
  }

  /**
   * Where what is asked goes, when it is known: a Bedrock profile such as {@code eu.…} may send it
   * on from its region to others.
   */
  public Optional<String> dataRegion() {
    var geography = GEOGRAPHY.matcher(model);
    return adapter.bedrock() && geography.find() ? Optional.of(geography.group(1)) : wire.region();
  }

  /** What fails together: two routes with the same one are no help to each other. */
  public Domain domain() {
    var provider = baseUrl.map(URI::getHost).orElse(adapter.aws() ? "aws" : name);
    return new Domain(provider, wire.region().orElse(""), hardware.family());
  }

  /** A provider, a region of it, and the hardware there. */
  public record Domain(String provider, String region, String hardware) {}

  /** The same, spoken to like this. */
  public Route wire(Wire other) {
    return new Route(name, adapter, baseUrl, model, key, hardware, deadlines, limits, price, other);
  }

  /** The same at this price. */
  public Route price(Price other) {
    return new Route(
        name, adapter, baseUrl, model, key, hardware, deadlines, limits, Optional.of(other), wire);
  }

  /** The same with these deadlines. */
  public Route deadlines(Deadlines other) {
    return new Route(name, adapter, baseUrl, model, key, hardware, other, limits, price, wire);
  }

  /** The same with these limits. */
  public Route limits(Limits other) {
    return new Route(name, adapter, baseUrl, model, key, hardware, deadlines, other, price, wire);
  }

  /** The built-in route, as it is without any settings. */
  public static Route localExtractive(String name) {
    return new Route(
        name,
        Adapter.LOCAL_EXTRACTIVE,
        Optional.empty(),
        "",
        Optional.empty(),
        new Hardware("cpu", Hardware.Evidence.MEASURED),
        Duration.ofSeconds(20),
        4);
  }
}
