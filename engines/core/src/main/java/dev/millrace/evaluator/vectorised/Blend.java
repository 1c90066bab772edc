package dev.millrace.evaluator.vectorised;

import dev.millrace.function.EvaluationException;
import dev.millrace.vector.Numbers;
import dev.millrace.vector.Vector;
import org.jspecify.annotations.Nullable;

/// One of two numbers, both computed for all items, which is quicker than to choose the items for
/// which they are computed where both cost next to nothing. If one has an error, or is no long, it
/// may be for an item that has the other: then they are chosen.
///
/// @param choice chooses
record Blend(ChoiceKernel choice) implements Kernel {
  @Override
  public Vector of(Batch batch) {
    byte[] flags = choice.condition().of(batch);
    Operands both = operands(batch);
    return both == null ? choice.chosen(flags, batch) : blended(flags, both, batch);
  }

  private @Nullable Operands operands(Batch batch) {
    try {
      return Operands.aligned(
          Operand.of(choice.then().of(batch)),
          Operand.of(choice.otherwise().of(batch)),
          batch.size());
    } catch (EvaluationException perhapsOfAnItemThatHasTheOther) {
      return null;
    }
  }

  private static Numbers blended(byte[] flags, Operands both, Batch batch) {
    int size = batch.size();
    long[] a = both.left().each(size);
    long[] b = both.right().each(size);
    long[] blended = batch.longs();
    for (int i = 0; i < size; i++) {
      blended[i] = b[i] ^ ((a[i] ^ b[i]) & -(flags[i] & 1L));
    }
    return new Numbers(blended, both.left().scale(), both.hasNulls());
  }
}
