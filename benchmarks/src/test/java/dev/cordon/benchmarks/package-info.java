/** Tests of what the measurements are compared with. */
@org.jspecify.annotations.NullMarked
package dev.cordon.benchmarks;
