package io.wireroom.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The exceptions to the guard, from the setting {@code net.allow}.
 *
 * <p>{@code host:port} and {@code host:*} let that name lead to a loopback or private address, and
 * {@code [address]:port} opens that address. A range such as {@code 10.0.0.0/8} opens every port of
 * its addresses to every name that leads there. A cloud metadata address opens to a rule that holds
 * it alone, and to no wider one.
 */
public record AllowList(List<Rule> rules) {
  public static final AllowList NONE = new AllowList(List.of());

  public AllowList {
    rules = List.copyOf(rules);
  }

  /** What came of reading a list. */
  public sealed interface Read {
    /** Every entry was understood. */
    record Valid(AllowList list) implements Read {}

    /** Show all the errors, one sentence each, beside the setting's name. */
    record Invalid(List<String> errors) implements Read {}
  }

  /** Reads a comma-separated list; blank entries do not count. */
  public static Read read(String commaSeparated) {
    return read(List.of(commaSeparated.split(",")));
  }

  /** Reads one entry per element; blank ones do not count. */
  public static Read read(List<String> entries) {
    var rules = new ArrayList<Rule>();
    var errors = new ArrayList<String>();
    for (var entry : entries) {
      var text = entry.strip();
      try {
        if (!text.isEmpty()) {
          rules.add(Rule.of(text));
        }
      } catch (IllegalArgumentException e) {
        errors.add("\"" + text + "\" " + e.getMessage());
      }
    }
    return errors.isEmpty()
        ? new Read.Valid(new AllowList(rules))
        : new Read.Invalid(List.copyOf(errors));
  }

  /**
   * Reads entries that are known to be right.
   *
   * @throws IllegalArgumentException with all errors
   */
  public static AllowList of(String... entries) {
    return switch (read(List.of(entries))) {
      case Read.Valid(var list) -> list;
      case Read.Invalid(var errors) ->
          throw new IllegalArgumentException("net.allow: " + String.join("; ", errors));
    };
  }

  /** Both lists' exceptions. */
  public AllowList and(AllowList more) {
    var all = new ArrayList<>(rules);
    all.addAll(more.rules());
    return new AllowList(all);
  }

  /** Whether some rule opens this address to a request for {@code host} and {@code port}. */
  boolean opens(Host host, int port, InetAddress address, AddressClass meaning) {
    return rules.stream().anyMatch(rule -> rule.opens(host, port, address, meaning));
  }

  /** One line per rule, for {@code doctor}. */
  public List<String> explained() {
    return rules.stream().map(rule -> rule + ": " + rule.meaning()).toList();
  }

  /** As it can be read again. */
  @Override
  public String toString() {
    return String.join(", ", rules.stream().map(Rule::toString).toList());
  }
}
