/// What share of the time of a run's units each action of the plan has.
@NullMarked
package dev.millrace.share;

import org.jspecify.annotations.NullMarked;
