/// Where and how results were measured, as `environment.json` tells it. What is not known is null.
@NullMarked
package dev.millrace.bench.environment;

import org.jspecify.annotations.NullMarked;
