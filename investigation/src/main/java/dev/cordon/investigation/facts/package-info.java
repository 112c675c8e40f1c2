/** What an organisation says about itself, and how that shifts a verdict. Depends on nothing but Cordon's own words for verdicts. */
@NullMarked
package dev.cordon.investigation.facts;

import org.jspecify.annotations.NullMarked;
