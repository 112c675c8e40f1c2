/**
 * Rows of Microsoft's logs as typed records, whoever brought them: what they are, where they are kept, and how files that an administrator
 * exported by hand are read.
 *
 * <p>A file is told by what is in it, never by its name. It is read once as a stream; what is bounded is named in {@link
 * dev.cordon.investigation.records.LogFileLimits}. Everything in a file was perhaps written by an attacker: a row that cannot be read is
 * counted and stops nothing, a file that is malformed as a whole is refused with its place.
 *
 * <p>Depends on {@code incident} and {@code evidence}; knows neither tenants nor databases.
 */
@NullMarked
package dev.cordon.investigation.records;

import org.jspecify.annotations.NullMarked;
