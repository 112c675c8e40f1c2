package dev.cordon.playbooks.account;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.AuthenticationMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The default-method trap: the default second factor cannot be deleted while others exist, so one that stays is preferred first.
 * Where none stays, deleting the others first is enough.
 */
final class DefaultMethod {
    private static final Map<String, String> PREFERENCE_OF_TYPE =
            Map.of("microsoftAuthenticator", "push", "softwareOath", "oath", "phone", "sms");

    private final CaseFile file;
    private final StepContext context;

    DefaultMethod(CaseFile file, StepContext context) {
        this.file = file;
        this.context = context;
    }

    /** Prefers a method that is not in {@code leaving}, where there is one that can be preferred. */
    void preferASurvivor(Set<String> leaving) {
        Attempt<List<AuthenticationMethod>> methods =
                Attempt.of(() -> file.containment().authenticationMethods().fetchMethods(file.objectId()));
        Optional<String> preference = methods.value().orElse(List.of()).stream()
                .filter(method -> !leaving.contains(method.id()))
                .map(method -> PREFERENCE_OF_TYPE.getOrDefault(method.type(), ""))
                .filter(word -> !word.isEmpty())
                .findFirst();
        preference.ifPresent(word -> context.carryOut(
                Effect.of(
                        "prefer-method " + word,
                        "Prefer " + word + " as the second factor, so that the attacker's default can be deleted",
                        file.objectId()),
                () -> TenantFailures.answered(
                        file.containment().authenticationMethods().prefer(file.objectId(), word))));
    }
}
