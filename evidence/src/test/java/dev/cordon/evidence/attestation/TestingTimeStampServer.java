package dev.cordon.evidence.attestation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp server in this process, that answers well or as badly as it is told. */
public final class TestingTimeStampServer implements TimeStampServer {
    /** The time it stamps. */
    public static final Instant TIME = Instant.parse("2026-03-03T10:00:05Z");

    private final TestingAuthority.Identity identity;
    private Manner manner = Manner.WELL;
    private long serial = 1000;

    /** How it answers. */
    public enum Manner {
        WELL,
        REFUSING,
        TO_ANOTHER_QUESTION,
        OF_SOMETHING_ELSE,
        WITHOUT_CERTIFICATE,
        GARBAGE,
        NOTHING,
        CUT_OFF,
        WITH_MORE_BEHIND,
        TOO_MUCH,
        NOT_AT_ALL
    }

    public TestingTimeStampServer(TestingAuthority.Identity identity) {
        this.identity = identity;
    }

    /** Answers so from now on. */
    public TestingTimeStampServer answering(Manner newManner) {
        manner = newManner;
        return this;
    }

    @Override
    public String name() {
        return "https://tsa.example/tsr";
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            byte[] digest = asked.getMessageImprintDigest();
            return switch (manner) {
                case WELL -> stamp(asked, true);
                case WITHOUT_CERTIFICATE -> stamp(asked, false);
                case REFUSING ->
                    generator(true)
                            .generateFailResponse(
                                    PKIStatus.REJECTION, PKIFailureInfo.badRequest, "come back \u001b[2Jtomorrow")
                            .getEncoded();
                case TO_ANOTHER_QUESTION ->
                    stamp(question(digest, asked.getNonce().add(BigInteger.ONE)), true);
                case OF_SOMETHING_ELSE -> stamp(question(new byte[digest.length], asked.getNonce()), true);
                case GARBAGE -> "<html>sign in first</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
                case NOTHING -> new byte[0];
                case CUT_OFF -> {
                    byte[] whole = stamp(asked, true);
                    yield Arrays.copyOf(whole, whole.length - 7);
                }
                case WITH_MORE_BEHIND -> {
                    byte[] whole = stamp(asked, true);
                    yield Arrays.copyOf(whole, whole.length + 5);
                }
                case TOO_MUCH -> new byte[LONGEST_ANSWER + 1];
                case NOT_AT_ALL -> throw new IOException("no answer came within 15 s");
            };
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TimeStampRequest question(byte[] digest, BigInteger nonce) {
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        return question.generate(TSPAlgorithms.SHA256, digest, nonce);
    }

    private byte[] stamp(TimeStampRequest asked, boolean withCertificates)
            throws TSPException, OperatorCreationException, GeneralSecurityException, IOException {
        return generator(withCertificates)
                .generate(asked, BigInteger.valueOf(++serial), Date.from(TIME))
                .getEncoded();
    }

    private TimeStampResponseGenerator generator(boolean withCertificates)
            throws TSPException, OperatorCreationException, GeneralSecurityException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", identity.key(), identity.certificate()),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4.5"));
        if (withCertificates) {
            tokens.addCertificates(new JcaCertStore(List.<X509Certificate>of(identity.certificate())));
        }
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }
}
