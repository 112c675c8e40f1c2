/** Reads what services answer, strictly: what is not exactly JSON, or not of the expected type, is refused rather than guessed. Depends on nothing else here. */
@NullMarked
package dev.cordon.microsoft365.json;

import org.jspecify.annotations.NullMarked;
