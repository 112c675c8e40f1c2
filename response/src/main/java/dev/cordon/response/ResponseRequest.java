package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.playbooks.containment.PasswordKeeper;
import dev.cordon.playbooks.containment.RepeatPolicy;
import dev.cordon.playbooks.containment.SecondYes;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the operator asks for, and how he is asked back.
 *
 * @param tenant the tenant's name here
 * @param user how the operator named the account
 * @param signIn how to sign in
 * @param attack whether damage is being done now
 * @param detectedBy what made somebody look
 * @param detectedAt when, tenant time; empty for now
 * @param linkedWith the incident in whose rows the account was found; empty where there is none
 * @param drill whether this is an exercise or a demonstration
 * @param dialogue how the operator decides and is told
 */
public record ResponseRequest(
        String tenant,
        String user,
        SignIn signIn,
        AttackActivity attack,
        DetectionSource detectedBy,
        Optional<Instant> detectedAt,
        Optional<IncidentId> linkedWith,
        boolean drill,
        Dialogue dialogue) {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    public ResponseRequest {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(user, "user is null");
        requireNonNull(signIn, "signIn is null");
        requireNonNull(attack, "attack is null");
        requireNonNull(detectedBy, "detectedBy is null");
        requireNonNull(detectedAt, "detectedAt is null");
        requireNonNull(linkedWith, "linkedWith is null");
        requireNonNull(dialogue, "dialogue is null");
    }

    /** The same of an account that was found in no other incident's rows. */
    public ResponseRequest(
            String tenant,
            String user,
            SignIn signIn,
            AttackActivity attack,
            DetectionSource detectedBy,
            Optional<Instant> detectedAt,
            boolean drill,
            Dialogue dialogue) {
        this(tenant, user, signIn, attack, detectedBy, detectedAt, Optional.empty(), drill, dialogue);
    }

    /**
     * That it was not detected in the future; clocks may differ by some minutes.
     *
     * @param now tenant time
     * @throws RequestRefusedException when it was
     */
    void requireDetectedBefore(Instant now) {
        if (detectedAt.filter(now.plus(CLOCKS_DIFFER)::isBefore).isPresent()) {
            throw new RequestRefusedException(
                    Reason.NOT_YET,
                    "It cannot have been detected at " + detectedAt.get() + ": in the tenant it is "
                            + now.truncatedTo(ChronoUnit.SECONDS) + " now. Nothing was changed.",
                    "Times are UTC; say --detected-at with a time that is past, or leave it out for now.");
        }
    }

    /** The same about another account, with another dialogue. */
    public ResponseRequest about(String otherUser, Dialogue otherDialogue) {
        return new ResponseRequest(
                tenant, otherUser, signIn, attack, detectedBy, detectedAt, linkedWith, drill, otherDialogue);
    }

    /**
     * How the operator decides and is told.
     *
     * @param decider who decides what is kept and what is removed
     * @param confirmation whether the person found is the person meant; empty when that was said beforehand
     * @param repeats whether a reset of unknown result is repeated
     * @param secondYes whether a break-glass account is blocked
     * @param keeper is told the new password, in memory only
     * @param listener is told of every journal entry
     */
    public record Dialogue(
            Decider decider,
            Optional<Confirmation> confirmation,
            RepeatPolicy repeats,
            SecondYes secondYes,
            PasswordKeeper keeper,
            RunListener listener) {
        public Dialogue {
            requireNonNull(decider, "decider is null");
            requireNonNull(confirmation, "confirmation is null");
            requireNonNull(repeats, "repeats is null");
            requireNonNull(secondYes, "secondYes is null");
            requireNonNull(keeper, "keeper is null");
            requireNonNull(listener, "listener is null");
        }

        /** The same without anybody who says the second yes. */
        public Dialogue(
                Decider decider,
                Optional<Confirmation> confirmation,
                RepeatPolicy repeats,
                PasswordKeeper keeper,
                RunListener listener) {
            this(decider, confirmation, repeats, SecondYes.never(), keeper, listener);
        }

        /** The same with {@code other} saying whether a break-glass account is blocked. */
        public Dialogue with(SecondYes other) {
            return new Dialogue(decider, confirmation, repeats, other, keeper, listener);
        }

        /** The same for a run beside this one: nothing of it is told, and nobody is asked whether the account is the one meant. */
        Dialogue unheard() {
            return new Dialogue(decider, Optional.empty(), repeats, secondYes, keeper, _ -> {});
        }

        /** Nobody is asked: the recommendation is followed and nobody learns the password. */
        public static Dialogue recommended(RunListener listener) {
            return new Dialogue(
                    Decider.recommended(), Optional.empty(), RepeatPolicy.always(), PasswordKeeper.none(), listener);
        }
    }

    /** Asks whether the account found is the one meant. */
    @FunctionalInterface
    public interface Confirmation {
        /**
         * Whether to go on.
         *
         * @throws InterruptedException when the person who was asked interrupted
         */
        boolean confirm(PreFlightCard card) throws InterruptedException;
    }
}
