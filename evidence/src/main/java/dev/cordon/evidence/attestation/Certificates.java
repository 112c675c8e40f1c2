package dev.cordon.evidence.attestation;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.TrustedRoots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.util.Store;

/** The certificates that came with a stamp or a signature, and which of them is its signer's. */
final class Certificates {
    private final X509Certificate signer;
    private final List<X509Certificate> all;

    private Certificates(X509Certificate signer, List<X509Certificate> all) {
        this.signer = signer;
        this.all = all;
    }

    @SuppressWarnings("unchecked") // SignerId selects certificates, but does not say so by its type
    static Certificates of(Store<X509CertificateHolder> store, SignerId id) throws BrokenAttestationException {
        Collection<X509CertificateHolder> signers = store.getMatches(id);
        if (signers.isEmpty()) {
            throw new BrokenAttestationException("the certificate of whoever signed it", "no such certificate in it");
        }
        try {
            X509Certificate signer = read(signers.iterator().next());
            List<X509Certificate> all = new ArrayList<>();
            for (X509CertificateHolder each : store.getMatches(null)) {
                all.add(read(each));
            }
            return new Certificates(signer, all);
        } catch (CertificateException | IOException e) {
            throw new BrokenAttestationException("certificates that can be read", said(e));
        }
    }

    private static X509Certificate read(X509CertificateHolder certificate) throws CertificateException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }

    /** What checks a signature against the signer's certificate. */
    SignerInformationVerifier verifier() throws BrokenAttestationException {
        try {
            return new JcaSimpleSignerInfoVerifierBuilder().build(signer);
        } catch (OperatorCreationException e) {
            throw new BrokenAttestationException("a kind of key that is known here", said(e));
        }
    }

    String name() {
        return signer.getSubjectX500Principal().getName();
    }

    Digest digest() throws BrokenAttestationException {
        try {
            return Digest.sha256(signer.getEncoded());
        } catch (CertificateException e) {
            throw new BrokenAttestationException("a certificate that can be read", said(e));
        }
    }

    /** Whether somebody here trusts whoever signed it, at that time. */
    TrustedRoots.Judgement judge(TrustedRoots roots, Instant at) {
        return roots.judge(signer, all, at);
    }

    /** What Java or Bouncy Castle say is wrong, without their classes' names. */
    static String said(Exception problem) {
        String message = String.valueOf(problem.getMessage()).replaceAll("\\b([a-z]+\\.)+[A-Z]\\w*: ?", "");
        boolean isSaid = problem instanceof GeneralSecurityException
                || problem instanceof IOException
                || problem instanceof TSPException
                || problem instanceof CMSException;
        return isSaid && !message.isBlank() ? "something else (" + message + ")" : "something else";
    }
}
