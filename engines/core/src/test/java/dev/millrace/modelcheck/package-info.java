/// Every interleaving of a few calls, by Lincheck.
@NullMarked
package dev.millrace.modelcheck;

import org.jspecify.annotations.NullMarked;
