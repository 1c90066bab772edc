package dev.millrace.bench.suite;

import dev.millrace.bench.rounds.SlotPass;
import dev.millrace.slot.Slots;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// **Question:** what does it cost a chunk to bring its result home through a slot?
///
/// **Varies:** the slot; the items of a chunk, of about a nanosecond each; what the consumer does.
/// It `PARKS`: two workers do the chunks, and it takes the results in order as they come, asleep
/// where one is not there. Or it `HELPS`: it is one of the two that do the chunks, and takes at the
/// end. **Fixed:** the count of chunks, two threads at work, one cursor that gives them chunks. The
/// control, `join`, has a plain array in place of the slots, and one join of the workers.
///
/// **Expect:** a consumer that helps pays the same 10 to 30 ns for every slot, whatever the size of
/// the chunk; one that parks pays nothing like that: to wake it once a chunk costs hundreds of
/// nanoseconds, and does so once a chunk takes longer than it takes to fall asleep, from about 100
/// items on. The lock of `MVAR` shows at chunks of 1 and 10 alone. In a spike the control cost 12
/// ns down to nothing, slots with a helping consumer 12 to 45 ns, with a parked one 17 to 67 ns at
/// chunks of 10, 55 to 142 at 100 and 400 to 780 at 1,000. Target: the best slot takes no more than
/// 50 ns of CPU time at chunks of 100.
///
/// **Beside the time:** `overhead`, the CPU time of a chunk less that of its items in a bare loop
/// in the same JVM.
///
/// **Checks:** what is taken, in order, gives the checksum of the bare loop, in every pass.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+AlwaysPreTouch")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class SlotBenchmark {
  /// The passes over all chunks.
  @State(Scope.Benchmark)
  public static class Passes {
    /// What the consumer does.
    @Param public SlotPass.Consumer consumer;

    /// How many items a chunk has; several sizes are separated by commas.
    @Param({"1", "10", "100", "1000"})
    public String chunk;

    /// How many chunks there are.
    @Param("20000")
    public int chunks;

    private Rotation<SlotPass> passes;
    private SlotPass pass;

    /// Starts the workers and times the bare loop, for each size.
    @Setup
    public void prepare() throws InterruptedException {
      passes = Rotation.of(chunk, size -> new SlotPass(consumer, chunks, size));
    }

    /// Takes the next size.
    @Setup(Level.Iteration)
    public void turn() {
      pass = passes.next();
      pass.begin();
    }

    /// Notes what the passes cost beyond their items.
    @TearDown(Level.Iteration)
    public void note() {
      pass.noteOverhead();
    }

    /// Ends the workers.
    @TearDown
    public void tearDown() {
      passes.values().forEach(SlotPass::close);
    }
  }

  /// The slot.
  @State(Scope.Benchmark)
  public static class Slot {
    /// Which one.
    @Param public Slots slot;
  }

  /// All chunks, through slots.
  @Benchmark
  public long run(Passes passes, Slot through) throws Exception {
    return passes.pass.through(through.slot.rack());
  }

  /// All chunks, into an array, and one join.
  @Benchmark
  public long join(Passes passes) throws Exception {
    return passes.pass.join();
  }
}
