package dev.cordon.evidence.attestation;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** Takes time stamps at one server. Safe for many threads where the server and the source of chance are. */
public final class TimeStamping {
    private static final int NONCE_BYTES = 16;

    private final TimeStampServer server;
    private final RandomGenerator random;

    /**
     * Stamps of that server.
     *
     * @param random cryptographically strong: by a number nobody can guess, an old answer is told from the one to this question
     */
    public TimeStamping(TimeStampServer server, RandomGenerator random) {
        this.server = server;
        this.random = random;
    }

    /** Asks once for a stamp over that SHA-256 and checks the answer. */
    public StampAnswer over(Digest imprint) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        BigInteger number = new BigInteger(1, nonce);
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        TimeStampRequest asked =
                question.generate(TSPAlgorithms.SHA256, HexFormat.of().parseHex(imprint.hex()), number);
        try {
            byte[] reply = server.answer(asked.getEncoded());
            return new StampAnswer.Taken(
                    server.name(), StampToken.read(reply, imprint).answering(number));
        } catch (BrokenAttestationException e) {
            return none("it answered with something else: expected " + e.expected() + ", found " + e.actual());
        } catch (IOException e) {
            return none(String.valueOf(e.getMessage()));
        }
    }

    private StampAnswer none(String why) {
        return new StampAnswer.None(server.name(), why);
    }
}
