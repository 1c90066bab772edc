package dev.millrace.bench.workload;

/// What a fork is to run, as the params of its benchmark say.
///
/// @param engine the name of the engine
/// @param job the name of the job
/// @param parallelism the most threads that a run may use
public record Setting(String engine, String job, int parallelism) {}
