/**
 * The one implementation, over JDBC and files, of what the domain wants kept: journal, custody log, vault, claims and re-checks.
 *
 * <p>Depends on the rooms whose contracts it fulfils. It alone knows the database, the scheduler and the layout of the data folder.
 */
@NullMarked
package dev.cordon.store;

import org.jspecify.annotations.NullMarked;
