/** Tests of the stored form of entries. */
@NullMarked
package dev.cordon.store.codec;

import org.jspecify.annotations.NullMarked;
