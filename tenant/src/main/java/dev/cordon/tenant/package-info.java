/**
 * What we may ask of Microsoft 365, in Microsoft's own nouns: one small interface per area, records for what comes back, and one
 * exception that turns every refusal into a reason and a remedy. Depends on nothing; {@code microsoft365} implements it over HTTP.
 *
 * <p>All times are tenant time in UTC unless a name says {@code wall}: the tenant's clock is the one in its {@code Date} headers.
 */
@NullMarked
package dev.cordon.tenant;

import org.jspecify.annotations.NullMarked;
