/**
 * The JSON in which the facts of journal and custody entries are stored: explicit, one place, no reflection.
 *
 * <p>Depends on the procedure and evidence rooms; knows no database.
 */
@NullMarked
package dev.cordon.store.codec;

import org.jspecify.annotations.NullMarked;
