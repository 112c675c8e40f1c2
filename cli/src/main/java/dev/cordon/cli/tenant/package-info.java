/** The commands {@code tenant ...}: which Microsoft 365 tenants Cordon knows, and whether it may act there. */
@NullMarked
package dev.cordon.cli.tenant;

import org.jspecify.annotations.NullMarked;
