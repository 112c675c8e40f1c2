/** Tests of what an organisation says about itself. */
@NullMarked
package dev.cordon.investigation.facts;

import org.jspecify.annotations.NullMarked;
