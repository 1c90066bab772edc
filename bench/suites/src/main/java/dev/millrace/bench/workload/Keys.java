package dev.millrace.bench.workload;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How the keys of items are distributed. The same seed gives the same keys.
public enum Keys {
  /// Every key once, in no order.
  DISTINCT {
    @Override
    List<Integer> draw(int items, Random random) {
      List<Integer> keys = new ArrayList<>(PRESORTED.draw(items, random));
      Collections.shuffle(keys, random);
      return keys;
    }
  },
  /// As many different keys as one in a hundred items, each about as often.
  FEW {
    @Override
    List<Integer> draw(int items, Random random) {
      int different = Math.max(1, items / 100);
      return random.ints(items, 0, different).boxed().toList();
    }
  },
  /// One key.
  EQUAL {
    @Override
    List<Integer> draw(int items, Random random) {
      return Collections.nCopies(items, 7);
    }
  },
  /// By Zipf's law: the key r is about as likely as 1/r.
  ZIPF {
    @Override
    List<Integer> draw(int items, Random random) {
      return random
          .doubles(items)
          .mapToObj(share -> (Integer) (int) StrictMath.pow(items, share))
          .toList();
    }
  },
  /// Every key once, ascending.
  PRESORTED {
    @Override
    List<Integer> draw(int items, Random random) {
      return IntStream.range(0, items).boxed().toList();
    }
  },
  /// Every key once, descending.
  REVERSED {
    @Override
    List<Integer> draw(int items, Random random) {
      return PRESORTED.draw(items, random).reversed();
    }
  };

  private static final long SEED = 1;

  abstract List<Integer> draw(int items, Random random);

  /// A feed of so many items with a number `key` and their own number `n`, after which the heap is
  /// settled.
  public Feed feed(int items) {
    Schema schema = Schema.of(new Column("key", Type.NUMBER), new Column("n", Type.NUMBER));
    List<Integer> keys = draw(items, new Random(SEED));
    var all = new ArrayList<Item>(items);
    for (int row = 0; row < items; row++) {
      all.add(new Item(row, Decimal.of(keys.get(row)), Decimal.of(row)));
    }
    Feed feed = Feed.of(schema, all);
    System.gc();
    return feed;
  }
}
