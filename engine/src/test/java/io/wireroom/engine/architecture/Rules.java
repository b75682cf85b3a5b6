package io.wireroom.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/** The arrows of ARCHITECTURE.md; {@link ArchitectureTest} shows that each holds and can fail. */
final class Rules {
  /**
   * why these may: the command line talks to its own server, the exporter to its own engine, the
   * broker's supervisor to its own child; none of these addresses comes from a workflow.
   */
  static final ArchRule ONE_DOOR_OUT =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.wireroom.net..",
              "io.wireroom.engine.cli..",
              "io.wireroom.engine.broker..",
              "io.wireroom.exporter..",
              "io.wireroom.testkit..",
              "io.wireroom.engine.testing..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net.http..",
                      "org.apache.hc..",
                      "io.vertx.ext.web.client..",
                      "okhttp3..")
                  .or(assignableTo("io.vertx.core.http.HttpClient"))
                  .or(assignableTo("io.vertx.core.http.HttpClientAgent"))
                  .or(assignableTo("io.vertx.core.net.NetClient"))
                  .or(assignableTo("java.net.URLConnection"))
                  .or(equivalentTo(java.net.Socket.class)));

  /** why one place: its connections are judged by the door only if our transport makes them. */
  static final ArchRule ONLY_ITS_ENDPOINTS_KNOW_AWS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.wireroom.models.endpoint.aws..")
          .should()
          .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."));

  static final ArchRule ONLY_THE_ADAPTER_KNOWS_ZEEBE =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.wireroom.engine.process.zeebe..", "io.wireroom.exporter..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.camunda.."));

  static final ArchRule ONLY_THE_STORE_KNOWS_ITS_DATABASES =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.wireroom.engine.store..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.sqlite..", "org.postgresql.."));

  static final ArchRule CONNECTORS_DO_NOT_KNOW_THE_ENGINE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.wireroom.connector..",
              "io.wireroom.net..",
              "io.wireroom.models..",
              "io.wireroom.library..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.wireroom.engine.."));

  static final ArchRule CONNECTORS_DO_NOT_KNOW_VERTX =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.wireroom.connector..", "io.wireroom.models..", "io.wireroom.library..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.vertx.."));

  static final ArchRule THE_WORKER_DOES_NOT_RETURN_FUTURES =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("io.wireroom.engine.worker..", "io.wireroom.library..")
          .should()
          .haveRawReturnType("io.vertx.core.Future");

  static final ArchRule NAMES_SAY_WHAT_THEY_ARE =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Service");

  static final ArchRule EVERY_ROUTES_CLASS_SAYS_SO =
      classes()
          .that()
          .implement("io.wireroom.engine.web.Routes")
          .should()
          .haveSimpleNameEndingWith("Routes");

  /** All rules, by the class under {@code broken} that breaks each. */
  static final Map<String, ArchRule> BY_BREAKER =
      Map.of(
          "OpensAnotherDoor", ONE_DOOR_OUT,
          "KnowsAws", ONLY_ITS_ENDPOINTS_KNOW_AWS,
          "KnowsZeebe", ONLY_THE_ADAPTER_KNOWS_ZEEBE,
          "KnowsSqlite", ONLY_THE_STORE_KNOWS_ITS_DATABASES,
          "ConnectorKnowsEngine", CONNECTORS_DO_NOT_KNOW_THE_ENGINE,
          "ConnectorKnowsVertx", CONNECTORS_DO_NOT_KNOW_VERTX,
          "WorkerReturnsFuture", THE_WORKER_DOES_NOT_RETURN_FUTURES,
          "BrokenNameHelper", NAMES_SAY_WHAT_THEY_ARE,
          "RoutesUnderAnotherName", EVERY_ROUTES_CLASS_SAYS_SO);

  private Rules() {}
}
