package io.wireroom.engine.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line and environment of the broker's process. */
record BrokerCommand(BrokerSettings settings, Distribution distribution, BrokerPorts ports) {
  private static final String MAIN = "io.wireroom.exporter.SupervisedBroker";
  private static final String BROKER_MAIN = "io.camunda.application.StandaloneBroker";
  private static final String LOCK_PATIENCE = "25000";
  private static final Set<String> KEPT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  Process start() throws IOException {
    return start(List.of(), StartCache.of(distribution, classPath()).use());
  }

  /**
   * Starts it otherwise than usual.
   *
   * @param launcher a program that runs the command line that follows it, such as {@code nice}
   * @param options more options of the JVM
   */
  Process start(List<String> launcher, List<String> options) throws IOException {
    Files.createDirectories(data("log"));
    Distribution.delete(data("tmp")); // why: a killed broker leaves 60 MB of native library here
    Files.createDirectories(data("tmp"));
    var builder =
        new ProcessBuilder(commandLine(launcher, options))
            .directory(settings.data().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output().toFile());
    // why: a ZEEBE_ or SPRING_ variable of the user's shell would change the broker behind our back
    builder.environment().keySet().retainAll(KEPT);
    builder.environment().putAll(environment());
    return builder.start();
  }

  /** What the process printed itself, before and beside its log. */
  Path output() {
    return data("log").resolve("broker.out");
  }

  private Path data(String name) {
    return settings.data().resolve(name);
  }

  private List<String> commandLine(List<String> launcher, List<String> options) throws IOException {
    var line = new ArrayList<>(launcher);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + data("tmp"),
            "-Dwireroom.log=" + data("log"),
            "-Dlog4j2.configurationFile=" + logConfiguration()));
    line.addAll(options);
    var jars =
        classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    line.addAll(
        List.of("-classpath", jars, MAIN, BROKER_MAIN, data("lock").toString(), LOCK_PATIENCE));
    return line;
  }

  private Path logConfiguration() throws IOException {
    var file = data("log4j2.xml");
    try (var resource = BrokerCommand.class.getResourceAsStream("log4j2.xml")) {
      if (resource == null) {
        throw new IllegalStateException("log4j2.xml is missing beside " + BrokerCommand.class);
      }
      Files.write(file, resource.readAllBytes());
    }
    return file;
  }

  List<Path> classPath() throws IOException {
    try (Stream<Path> jars = Files.list(distribution.lib())) {
      return Stream.concat(jars.sorted(), Stream.of(settings.exporterJar())).toList();
    }
  }

  private Map<String, String> environment() {
    var loopback = "127.0.0.1";
    var env = new HashMap<String, String>();
    env.put("ZEEBE_BROKER_NETWORK_HOST", loopback);
    env.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", loopback);
    env.put("SERVER_ADDRESS", loopback);
    env.put("MANAGEMENT_SERVER_ADDRESS", loopback);
    env.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(ports.grpc()));
    env.put("SERVER_PORT", String.valueOf(ports.rest()));
    env.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.management()));
    env.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(ports.command()));
    env.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(ports.internal()));
    // why: the broker's gossip socket (UDP) listens on all interfaces whatever it is told, and
    // takes
    // only packets that begin with a hash of the cluster's name.
    env.put("ZEEBE_BROKER_CLUSTER_CLUSTERNAME", UUID.randomUUID().toString());
    env.put("ZEEBE_BROKER_DATA_DIRECTORY", data("data").toString());
    env.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "32MB");
    env.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
    env.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
    env.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "96MB");
    // why not its usual 200 ms: two busy cores need longer now and then, and it would refuse
    // commands
    // down to one at a time; a run that is waited for counts as one command until its end
    env.put("ZEEBE_BROKER_BACKPRESSURE_AIMD_REQUESTTIMEOUT", "2s");
    env.put("ZEEBE_BROKER_BACKPRESSURE_AIMD_MINLIMIT", "32");
    env.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "2");
    env.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "2");
    env.putAll(settings.environment());
    return env;
  }
}
