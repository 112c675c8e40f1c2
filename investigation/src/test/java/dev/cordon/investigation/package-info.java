/** Tests of the judges: tables of cases with their twins, and properties that hold for any text. */
@NullMarked
package dev.cordon.investigation;

import org.jspecify.annotations.NullMarked;
