@NullMarked
package dev.cordon.evidence.attestation;

import org.jspecify.annotations.NullMarked;
