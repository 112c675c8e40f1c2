/** Tests of the report, and the sample incidents they render. */
@NullMarked
package dev.cordon.report;

import org.jspecify.annotations.NullMarked;
