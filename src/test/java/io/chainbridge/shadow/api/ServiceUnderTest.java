package io.chainbridge.shadow.api;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.service.MeasuredService;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Starts the service once for all tests, if it is to be started, and ends it after the last. Puts
 * the requirement before what is wrong with an answer.
 */
final class ServiceUnderTest implements ParameterResolver, TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (failure instanceof AssertionError wrong) {
      String requirement = context.getRequiredTestMethod().getAnnotation(DisplayName.class).value();
      AssertionError told = new AssertionError(requirement + "\n" + wrong.getMessage(), wrong);
      told.setStackTrace(wrong.getStackTrace());
      throw told;
    }
    throw failure;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Api.class;
  }

  @Override
  public Api resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(ServiceUnderTest.class))
        .getOrComputeIfAbsent(Started.class, key -> start(), Started.class)
        .api();
  }

  private static Started start() {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(Function.identity(), System::getProperty));
    Settings settings = Settings.read(Shape.PROBE, properties, System.getenv());
    Gate gate = BudgetFile.read(settings.budgets(), settings.limits(), System.getenv());
    Started started = new Started(MeasuredService.of(settings), settings, gate);
    Optional<String> silence = started.service().await(gate);
    if (silence.isPresent()) {
      started.close();
      throw new IllegalStateException(silence.get());
    }
    return started;
  }

  /** What a command's service wrote is kept in the build folder. */
  private record Started(MeasuredService service, Settings settings, Gate gate)
      implements AutoCloseable {

    Api api() {
      return new Api(
          service.uri(),
          settings.baseUrl().isEmpty(),
          settings.timeout(),
          gate.endpoints().get(0).headers());
    }

    @Override
    public void close() {
      service.close();
      service.log().ifPresent(Started::keep);
    }

    private static void keep(Path log) {
      try {
        Files.move(log, Path.of("target", "service.log"), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        System.err.println(log + " stays where it is: " + e);
      }
    }
  }
}
