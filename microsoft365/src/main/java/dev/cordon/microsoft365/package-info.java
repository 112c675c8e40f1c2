/**
 * The only HTTP client of Cordon: one connection to a Microsoft 365 tenant behind the contract of {@code tenant}. The public type is
 * {@link dev.cordon.microsoft365.Microsoft365Connector}; the packages below it are its own.
 */
@NullMarked
package dev.cordon.microsoft365;

import org.jspecify.annotations.NullMarked;
