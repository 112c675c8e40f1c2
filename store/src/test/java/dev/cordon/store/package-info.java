/** Tests of the store. */
@NullMarked
package dev.cordon.store;

import org.jspecify.annotations.NullMarked;
