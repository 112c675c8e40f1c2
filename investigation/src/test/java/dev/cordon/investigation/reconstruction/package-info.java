/** Tests of what is reconstructed from the rows of logs. */
@NullMarked
package dev.cordon.investigation.reconstruction;

import org.jspecify.annotations.NullMarked;
