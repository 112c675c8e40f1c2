/** The figures of a judge, by hand and by what must hold of any. */
@org.jspecify.annotations.NullMarked
package dev.cordon.benchmarks.detection;
