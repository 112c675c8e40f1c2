/** Tests of what became of a phishing mail. */
@NullMarked
package dev.cordon.investigation.phishing;

import org.jspecify.annotations.NullMarked;
