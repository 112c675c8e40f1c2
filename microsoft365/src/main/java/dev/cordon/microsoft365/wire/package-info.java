/** One place that sends requests: tokens on, buckets respected, repeats only where a repeat is safe, every answer kept. Depends on json. */
@NullMarked
package dev.cordon.microsoft365.wire;

import org.jspecify.annotations.NullMarked;
