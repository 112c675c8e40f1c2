/**
 * What others vouch for: time stamps (RFC 3161) and the signature of an export's manifest (CMS, RFC 5652), taken and checked.
 *
 * <p>Works on bytes that are handed in and opens no connection: who asks a server is a {@link dev.cordon.evidence.attestation.TimeStampServer}.
 * The only package that knows Bouncy Castle, whose jars lie apart from the others and are loaded only when one of these classes is used
 * (docs/decisions/0031). Depends on the chain and on the verification's words.
 */
@NullMarked
package dev.cordon.evidence.attestation;

import org.jspecify.annotations.NullMarked;
