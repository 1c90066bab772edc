/// Why a speed-up was lost: where the core time of more workers went.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.scaling;
