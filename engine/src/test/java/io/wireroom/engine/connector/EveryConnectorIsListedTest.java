package io.wireroom.engine.connector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.wireroom.connector.Connector;
import io.wireroom.engine.Application;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A connector that is built but not listed would be missing from the product or from the docs. */
@Tag("module")
class EveryConnectorIsListedTest {
  @AutoClose private static final BuiltIn BUILT_IN = new BuiltIn();

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.wireroom.library", "io.wireroom.engine");

  private static final Set<String> CONNECTORS =
      PRODUCT.that(assignableTo(Connector.class)).stream()
          .map(JavaClass::getName)
          .collect(Collectors.toSet());

  @Test
  void inTheDocsAndTheTemplates() {
    assertThat(BUILT_IN.stream().map(connector -> connector.getClass().getName()))
        .as("the list in BuiltIn")
        .containsExactlyInAnyOrderElementsOf(CONNECTORS);
  }

  @Test
  void inTheApplication() {
    assertThat(PRODUCT.get(Application.class).getAccessesFromSelf())
        .extracting(call -> call.getTargetOwner().getName())
        .as("what Application makes")
        .containsAll(CONNECTORS);
  }
}
