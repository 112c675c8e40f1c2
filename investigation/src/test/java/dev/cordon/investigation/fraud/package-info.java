/** Tests of what speaks for business e-mail compromise. */
@NullMarked
package dev.cordon.investigation.fraud;

import org.jspecify.annotations.NullMarked;
