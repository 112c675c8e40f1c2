package dev.cordon.evidence.attestation;

import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.TrustedRoots;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks stamps and signatures with nothing but themselves and a list of roots. Nobody is asked, so whether a certificate has been revoked is
 * not known. Safe for many threads.
 */
public final class AttestationVerifier {
    private final TrustedRoots roots;

    public AttestationVerifier(TrustedRoots roots) {
        this.roots = roots;
    }

    /**
     * Reads a stamp: that it is one, of that digest, signed by the certificate in it, which is one for stamping. Judges nobody.
     *
     * @throws BrokenAttestationException when it is not
     */
    public static TimeStamp read(byte[] reply, Digest imprint) throws BrokenAttestationException {
        return StampToken.read(reply, imprint).stamp();
    }

    /**
     * The same, and whether its maker is trusted here, as of the stamp's own time.
     *
     * @param place where it was found
     * @param over what the digest is of, for people
     */
    public Attestation timeStamp(byte[] reply, Digest imprint, String place, String over)
            throws BrokenAttestationException {
        StampToken token = StampToken.read(reply, imprint);
        TimeStamp stamp = token.stamp();
        TrustedRoots.Judgement judged = token.certificates().judge(roots, stamp.time());
        return new Attestation(
                Attestation.Kind.TIME_STAMP,
                place,
                over,
                stamp.signer(),
                token.certificates().digest(),
                Optional.of(stamp.time()),
                Optional.of(stamp.serial()),
                judged.root(),
                judged.because());
    }

    /**
     * The same of the stamp that a custody entry tells of: that it is over what the entry names, and has the entry's time and number.
     *
     * @param place where it was found
     */
    public Attestation timeStamp(byte[] reply, CustodyEvent.Timestamped event, String place)
            throws BrokenAttestationException {
        Attestation found =
                timeStamp(reply, event.of().imprint(), place, event.of().text());
        String time = found.at().map(Instant::toString).orElse("");
        String serial = found.serial().orElse("");
        if (!time.equals(event.time().toString()) || !serial.equals(event.serial())) {
            throw new BrokenAttestationException(
                    "the stamp of " + event.time() + ", serial " + event.serial(),
                    "one of " + time + ", serial " + serial);
        }
        return found;
    }

    /**
     * Checks a detached signature over those bytes, and whether its signer is trusted here, as of when he says that he signed.
     *
     * @throws BrokenAttestationException when it is not his signature over them
     */
    public Attestation signature(byte[] signature, byte[] content, String place, String over)
            throws BrokenAttestationException {
        DetachedSignature read = DetachedSignature.read(signature, content);
        TrustedRoots.Judgement judged = read.certificates().judge(roots, read.signedAt());
        return new Attestation(
                Attestation.Kind.SIGNATURE,
                place,
                over,
                read.certificates().name(),
                read.certificates().digest(),
                Optional.of(read.signedAt()),
                Optional.empty(),
                judged.root(),
                judged.because());
    }
}
