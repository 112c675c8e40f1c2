package dev.cordon.playbooks.account;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.AuthenticationMethods;
import dev.cordon.tenant.AuthenticationMethods.SecondFactorPreference;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The default-method trap: the default second factor cannot be deleted while others exist, so one that stays is preferred first.
 * Where none stays, deleting the others first is enough. Where the service chooses the second factor it is stopped from that
 * for as long as the deletion takes.
 */
final class DefaultMethod {
    private static final Map<String, String> PREFERENCE_OF_TYPE =
            Map.of("microsoftAuthenticator", "push", "softwareOath", "oath", "phone", "sms");

    private static final String STOP = "stop-service-choice";
    private static final String RESUME = "resume-service-choice";
    private static final String EXHIBIT = "sign-in-preference";
    private static final String LEFT =
            "The service was stopped from choosing the second factor and is not seen to choose again: Microsoft Entra"
                    + " admin center > Users > the user > Authentication methods > System preferred: enable.";

    private final CaseFile file;
    private final StepContext context;

    DefaultMethod(CaseFile file, StepContext context) {
        this.file = file;
        this.context = context;
    }

    /** Prefers a method that is not in {@code leaving}, where there is one that can be preferred. */
    void preferASurvivor(Set<String> leaving) {
        Attempt<List<AuthenticationMethod>> methods = Attempt.of(() -> methods().fetchMethods(file.objectId()));
        Optional<String> preference = methods.value().orElse(List.of()).stream()
                .filter(method -> !leaving.contains(method.id()))
                .map(method -> PREFERENCE_OF_TYPE.getOrDefault(method.type(), ""))
                .filter(word -> !word.isEmpty())
                .findFirst();
        preference.ifPresent(word -> {
            stopServiceChoice();
            context.carryOut(
                    Effect.of(
                            "prefer-method " + word,
                            "Prefer " + word + " as the second factor, so that the attacker's default can be deleted",
                            file.objectId()),
                    () -> TenantFailures.answered(methods().prefer(file.objectId(), word)));
        });
    }

    /** What could not be read is not changed: nobody could put it back. */
    private void stopServiceChoice() {
        boolean serviceChooses =
                look().filter(reading -> reading.value().serviceChooses()).isPresent();
        if (serviceChooses) {
            change(
                    STOP,
                    "Stop the service from choosing the second factor while the attacker's default is deleted",
                    false);
        }
    }

    /** Whether the service was stopped from choosing and is not known to choose again: perhaps by a run that was interrupted. */
    boolean isOwed() {
        return effects(STOP)
                        .filter(effect -> !ended(effect, EffectOutcome.REFUSED))
                        .count()
                > effects(RESUME)
                        .filter(effect -> ended(effect, EffectOutcome.DONE))
                        .count();
    }

    /** Lets the service choose again as before and reads it back; what is left to do where that was not seen. */
    Optional<String> giveBack(List<Proof> proofs) {
        change(RESUME, "Let the service choose the second factor again, as before", true);
        return switch (Attempt.of(() -> methods().fetchPreference(file.objectId()))) {
            case Attempt.Read<SecondFactorPreference>(Reading<SecondFactorPreference> reading) -> {
                Proof proof = proof(reading);
                proofs.add(proof);
                yield proof.holds() ? Optional.empty() : Optional.of(LEFT);
            }
            case Attempt.Unread<SecondFactorPreference>(Failure failure) ->
                Optional.of(LEFT + " It could not be read back: " + failure.meaning());
        };
    }

    private Proof proof(Reading<SecondFactorPreference> reading) {
        boolean chooses = reading.value().serviceChooses();
        return Proofs.read(
                context,
                EXHIBIT,
                reading,
                "Who chooses the second factor",
                "the service, as before",
                chooses ? "the service, as before" : "the user's preference",
                chooses);
    }

    private Optional<Reading<SecondFactorPreference>> look() {
        Optional<Reading<SecondFactorPreference>> reading =
                Attempt.of(() -> methods().fetchPreference(file.objectId())).findReading();
        reading.ifPresent(read -> Sealing.of(context, EXHIBIT, file.objectId(), read));
        return reading;
    }

    private void change(String word, String inWords, boolean serviceChooses) {
        context.carryOut(
                Effect.of(word + "#" + (effects(STOP).count() + (serviceChooses ? 0 : 1)), inWords, file.objectId()),
                () -> TenantFailures.answered(methods().letServiceChoose(file.objectId(), serviceChooses)));
    }

    private Stream<EffectProgress> effects(String word) {
        return context.state().effects().values().stream()
                .filter(effect -> effect.key().startsWith(word + "#"));
    }

    private static boolean ended(EffectProgress effect, EffectOutcome outcome) {
        return effect.result().filter(outcome::equals).isPresent();
    }

    private AuthenticationMethods methods() {
        return file.containment().authenticationMethods();
    }
}
