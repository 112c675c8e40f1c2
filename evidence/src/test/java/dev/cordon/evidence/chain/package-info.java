/** Tests of the chain. */
@NullMarked
package dev.cordon.evidence.chain;

import org.jspecify.annotations.NullMarked;
