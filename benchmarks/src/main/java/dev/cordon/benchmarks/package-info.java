/**
 * Measures Cordon against what cannot be faster: the critical path by data dependence, the same calls one after the other, and a JVM that
 * does nothing. Depends on the use cases, the client, the store and the simulated tenant; nothing depends on it.
 */
@org.jspecify.annotations.NullMarked
package dev.cordon.benchmarks;
