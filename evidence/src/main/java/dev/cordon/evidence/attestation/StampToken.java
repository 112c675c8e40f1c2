package dev.cordon.evidence.attestation;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** A server's answer, read and checked: that it holds a stamp, of what, and that its signature is its maker's. */
final class StampToken {
    private final byte[] reply;
    private final Digest imprint;
    private final TimeStampToken token;
    private final Certificates certificates;

    private StampToken(byte[] reply, Digest imprint, TimeStampToken token, Certificates certificates) {
        this.reply = reply;
        this.imprint = imprint;
        this.token = token;
        this.certificates = certificates;
    }

    /** Reads an answer of whatever bytes. */
    static StampToken read(byte[] reply, Digest imprint) throws BrokenAttestationException {
        if (reply.length > TimeStampServer.LONGEST_ANSWER) {
            throw new BrokenAttestationException(
                    "an answer of at most " + TimeStampServer.LONGEST_ANSWER + " bytes", reply.length + " bytes");
        }
        try {
            ASN1Primitive.fromByteArray(reply); // also refuses what stands behind the answer
            TimeStampResponse response = new TimeStampResponse(reply);
            TimeStampToken token = token(response);
            requireImprint(token.getTimeStampInfo(), imprint);
            Certificates certificates = Certificates.of(token.getCertificates(), token.getSID());
            token.validate(certificates.verifier());
            return new StampToken(reply, imprint, token, certificates);
        } catch (TSPException | IOException | RuntimeException e) {
            // Bytes that make no sense end in whatever the parser did not think of.
            throw new BrokenAttestationException("a time stamp with an intact signature", Certificates.said(e));
        }
    }

    private static TimeStampToken token(TimeStampResponse response) throws BrokenAttestationException {
        boolean isGranted =
                response.getStatus() == PKIStatus.GRANTED || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
        TimeStampToken token = response.getTimeStampToken();
        if (!isGranted || token == null) {
            String said = response.getStatusString();
            PKIFailureInfo failure = response.getFailInfo();
            throw new BrokenAttestationException(
                    "a granted time stamp",
                    "a refusal with status " + response.getStatus()
                            + (failure == null ? "" : " and failure bits " + failure.intValue())
                            + (said == null || said.isBlank() ? "" : ": " + said));
        }
        return token;
    }

    private static void requireImprint(TimeStampTokenInfo info, Digest imprint) throws BrokenAttestationException {
        String actual = HexFormat.of().formatHex(info.getMessageImprintDigest());
        if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256) || !actual.equals(imprint.hex())) {
            throw new BrokenAttestationException(
                    "a time stamp of the SHA-256 " + imprint,
                    "one of " + actual + " (algorithm " + info.getMessageImprintAlgOID() + ")");
        }
    }

    /** The stamp, if it answers the question that had this number. */
    TimeStamp answering(BigInteger nonce) throws BrokenAttestationException {
        if (!nonce.equals(token.getTimeStampInfo().getNonce())) {
            throw new BrokenAttestationException("the number of the question", "another one, or none");
        }
        return stamp();
    }

    TimeStamp stamp() {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        return new TimeStamp(
                reply,
                imprint,
                info.getGenTime().toInstant(),
                info.getSerialNumber().toString(),
                certificates.name());
    }

    Certificates certificates() {
        return certificates;
    }
}
