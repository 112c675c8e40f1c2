package dev.cordon.evidence.attestation;

import java.io.IOException;

/**
 * A server that puts its time under a digest. It sees the digest and nothing of the evidence. Safe for many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161#section-3.4">RFC 3161, section 3.4</a>
 */
public interface TimeStampServer {
    /** The most bytes an answer may have; who answers with more is not listened to. */
    int LONGEST_ANSWER = 64 * 1024;

    /** What people know it by, usually its address. */
    String name();

    /**
     * Sends a request and waits for the answer, for a bounded time.
     *
     * @param request a {@code TimeStampReq}, DER
     * @return the body of the answer, of at most {@link #LONGEST_ANSWER} bytes and unchecked
     * @throws IOException when no such answer came; its message says why, for people
     */
    byte[] answer(byte[] request) throws IOException;
}
