package io.wireroom.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("unit")
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.wireroom");

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getValue().getDescription(), () -> rule.getValue().check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCanFail() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey() + " breaks its rule",
                    () ->
                        assertThat(rule.getValue().evaluate(breaker(rule.getKey())).hasViolation())
                            .isTrue()));
  }

  private static JavaClasses breaker(String name) {
    return new ClassFileImporter()
        .withImportOption(location -> location.contains("/" + name + ".class"))
        .importPackages("io.wireroom");
  }

  private static Stream<Map.Entry<String, ArchRule>> rules() {
    return Rules.BY_BREAKER.entrySet().stream();
  }
}
