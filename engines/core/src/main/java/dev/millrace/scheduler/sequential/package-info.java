/// One thread, the caller's.
@NullMarked
package dev.millrace.scheduler.sequential;

import org.jspecify.annotations.NullMarked;
