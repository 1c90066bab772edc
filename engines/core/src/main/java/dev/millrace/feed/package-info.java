/// Data sets of items: feeds, their items, and the schema that says what an item has.
@NullMarked
package dev.millrace.feed;

import org.jspecify.annotations.NullMarked;
