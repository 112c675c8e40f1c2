package dev.cordon.tenant;

import java.util.List;

/** How things of one kind are given back after they were removed. Safe for many threads. */
public interface Returnable {
    /** Whether an answer to {@code request} is needed to read things of this kind whole. */
    boolean reads(String request);

    /**
     * The things that these answers of one reading show, field by field; what cannot be understood is left out. Asks nobody about them.
     *
     * @param objectId the account the answers are about
     */
    List<Former> read(String objectId, List<SealedAnswer> answers);

    /**
     * Makes or enables the thing as {@code former} shows it. Not idempotent, and never repeated by itself: whoever calls has looked that it
     * is not there. A receipt is no proof that it is there: that needs a read-back.
     *
     * @throws TenantException when it was refused, or the result is unknown
     */
    Receipt giveBack(String objectId, Former former);

    /**
     * Enables the thing again, which is there, disabled, because it was not removed. A receipt is no proof, as above.
     *
     * @throws TenantException when it was refused, or the result is unknown
     */
    default Receipt enable(String objectId, Former former) {
        return giveBack(objectId, former);
    }
}
