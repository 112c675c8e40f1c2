package dev.cordon.evidence.attestation;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import java.time.Instant;
import java.util.Arrays;

/**
 * A time stamp whose own signature was checked: its maker says that the digest was known at that time. Its bytes are not copied; nobody may
 * change them.
 *
 * @param reply the server's whole answer ({@code TimeStampResp}, DER), as it came
 * @param imprint the SHA-256 that was stamped
 * @param time when, by the maker's clock, UTC
 * @param serial the maker's number for it, decimal
 * @param signer whom its certificate names
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of evidence: equality and text are defined below
public record TimeStamp(byte[] reply, Digest imprint, Instant time, String serial, String signer) {
    public TimeStamp {
        requireNonNull(reply, "reply is null");
        requireNonNull(imprint, "imprint is null");
        requireNonNull(time, "time is null");
        requireNonNull(serial, "serial is null");
        requireNonNull(signer, "signer is null");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeStamp that && Arrays.equals(reply, that.reply);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(reply);
    }

    @Override
    public String toString() {
        return "TimeStamp[" + time + ", serial " + serial + ", by " + signer + "]";
    }
}
