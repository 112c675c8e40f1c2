package dev.cordon.evidence.attestation;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** A signature that was read and is its signer's, over exactly those bytes. */
record DetachedSignature(Certificates certificates, Instant signedAt) {
    /** The most bytes a signature may have. */
    static final int LONGEST = 256 * 1024;

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    static DetachedSignature read(byte[] signature, byte[] content) throws BrokenAttestationException {
        if (signature.length > LONGEST) {
            throw new BrokenAttestationException(
                    "a signature of at most " + LONGEST + " bytes", signature.length + " bytes");
        }
        try {
            ASN1Primitive.fromByteArray(signature); // also refuses what stands behind it
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new BrokenAttestationException("one signer", signers.size() + " signers");
            }
            SignerInformation signer = signers.iterator().next();
            if (!DIGESTS.contains(signer.getDigestAlgOID())) {
                throw new BrokenAttestationException(
                        "a signature over SHA-256, SHA-384 or SHA-512", "one over " + signer.getDigestAlgOID());
            }
            Certificates certificates = Certificates.of(signed.getCertificates(), signer.getSID());
            if (!signer.verify(certificates.verifier())) {
                throw new BrokenAttestationException("the signature of " + certificates.name(), "another one");
            }
            return new DetachedSignature(certificates, signedAt(signer.getSignedAttributes()));
        } catch (CMSException | IOException | RuntimeException e) {
            // Bytes that make no sense end in whatever the parser did not think of.
            throw new BrokenAttestationException("an intact signature", Certificates.said(e));
        }
    }

    private static Instant signedAt(AttributeTable attributes) throws BrokenAttestationException {
        Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() != 1) {
            throw new BrokenAttestationException("a signature that says when it was made", "one that does not");
        }
        return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
    }
}
