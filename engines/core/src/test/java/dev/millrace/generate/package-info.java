/// Generators of feeds and plans for the laws that every engine keeps. The same seed gives the same
/// case.
@NullMarked
package dev.millrace.generate;

import org.jspecify.annotations.NullMarked;
