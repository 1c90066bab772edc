/// Workers that pull units from one cursor, the caller among them.
@NullMarked
package dev.millrace.scheduler.cursor;

import org.jspecify.annotations.NullMarked;
