package dev.cordon.playbooks.containment;

/** Who says the second yes without which a break-glass account is not blocked. No recommendation says it, and no confirmation given for all. */
@FunctionalInterface
public interface SecondYes {
    /**
     * Whether to block it.
     *
     * @param about what it would mean
     * @throws InterruptedException when the person who was asked interrupted
     */
    boolean toBlocking(String about) throws InterruptedException;

    /** Nobody is there to say it. */
    static SecondYes never() {
        return about -> false;
    }

    /** A person has said it in so many words before the run began. */
    static SecondYes beforehand() {
        return about -> true;
    }
}
