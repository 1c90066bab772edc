package dev.millrace.modelcheck;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.util.LoggingLevel;

/// Scenarios of concurrent calls, each taken through its interleavings by Lincheck's model checker.
///
/// A scenario passes when for every interleaving there is an order of its calls, one after another,
/// in which the specification answers what the threads were answered (linearizability), and when no
/// interleaving leaves a thread waiting for ever. Lincheck takes memory for sequentially
/// consistent: which writes a thread sees is for jcstress to prove.
///
/// **Calls that wait** need no mark, only a scenario in which some other call ends their wait: the
/// model checker switches threads at `park`, at monitors and at locks. Since a specification is one
/// thread alone, it cannot wait; where the real call would, it answers something that no real call
/// answers. The orders with the call too early then match nothing.
///
/// A wake-up that is lost shows where threads wait on a monitor. It does not show where they park:
/// the model checker lets `park` return without cause, as the JDK may.
public final class ModelCheck {
  private static final int INTERLEAVINGS = 100;

  /// How often a loop may go round until it counts as one that waits for ever.
  private static final int LOOPS = 1_000;

  private final Class<?> operations;
  private final ModelCheckingOptions options;

  private ModelCheck(Class<?> operations, Class<?> specification) {
    this.operations = operations;
    this.options =
        new ModelCheckingOptions()
            .iterations(0) // no random scenarios besides ours
            .invocationsPerIteration(INTERLEAVINGS)
            .loopBound(LOOPS)
            .logLevel(LoggingLevel.ERROR)
            .minimizeFailedScenario(false)
            .sequentialSpecification(specification);
  }

  /// A call of an operation, by the name of its method.
  ///
  /// @param operation the method's name
  /// @param arguments what it is called with
  public record Call(String operation, List<Object> arguments) {}

  /// What one thread calls.
  ///
  /// @param calls the calls, in order
  public record Calls(List<Call> calls) {}

  /// Scenarios over two classes with the same public methods, marked as operations in the first.
  /// Both have a public constructor without parameters, called anew for every interleaving.
  ///
  /// @param operations calls the thing that is checked
  /// @param specification answers the same, one call after another
  public static ModelCheck of(Class<?> operations, Class<?> specification) {
    return new ModelCheck(operations, specification);
  }

  /// A call.
  public static Call call(String operation, Object... arguments) {
    return new Call(operation, List.of(arguments));
  }

  /// The calls of one thread, in order.
  public static Calls thread(Call... calls) {
    return new Calls(List.of(calls));
  }

  /// Adds a scenario.
  ///
  /// @param afterwards what is called when all threads have ended
  /// @param threads what each thread calls
  public ModelCheck scenario(Call afterwards, Calls... threads) {
    var parallel =
        Arrays.stream(threads)
            .map(thread -> thread.calls.stream().map(this::actor).toList())
            .toList();
    options.addCustomScenario(
        new ExecutionScenario(List.of(), parallel, List.of(actor(afterwards)), null));
    return this;
  }

  /// Takes each scenario through so many interleavings at the most, where fewer must do.
  public ModelCheck interleavings(int count) {
    options.invocationsPerIteration(count);
    return this;
  }

  /// Checks all scenarios.
  ///
  /// @throws org.jetbrains.lincheck.LincheckAssertionError if one is refuted; it prints how
  public void check() {
    options.check(operations);
  }

  private Actor actor(Call call) {
    for (Method method : operations.getMethods()) {
      if (method.getName().equals(call.operation)) {
        return new Actor(method, call.arguments);
      }
    }
    throw new IllegalArgumentException("no operation: " + call.operation);
  }
}
