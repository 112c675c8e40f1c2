/**
 * Checking that nothing which was kept has been changed: what was checked, and each fault by name.
 *
 * <p>Works on rows as they are stored, so that a value which can no longer be read is found as well; depends on the chain only. Whom a
 * verification believes ({@link dev.cordon.evidence.verification.TrustedRoots}) is handed in.
 */
@NullMarked
package dev.cordon.evidence.verification;

import org.jspecify.annotations.NullMarked;
