/// Data sets of items: feeds, their items, and the schema that says what an item has.
package dev.millrace.feed;
