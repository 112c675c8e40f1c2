package dev.cordon.app.harness;

import dev.cordon.incident.IncidentState;
import java.util.List;
import java.util.Set;

/**
 * How the response to a shipped scenario has to end with what is recommended.
 *
 * @param scenario its name
 * @param state where the incident of each suspect stands at the end; a run that the attacker kept coming back to may be contained instead
 * @param remains what he still holds then and after the re-check, by the scenario's names: no more and no less
 * @param tasks open tasks that say why, beside one for each thing that remains
 */
record Shipped(String scenario, IncidentState state, Set<String> remains, Set<String> tasks) {
    static final List<Shipped> ALL = List.of(
            verified("aitm-basic"),
            verified("quiet-tenant"),
            verified("throttled"),
            verified("reentry"),
            contained("aitm-full-persistence", "evil-telephone"),
            verified("hybrid", "circumstance-synchronised", "reset-elsewhere"),
            verified("guest", "circumstance-guest", "circumstance-no-mailbox", "reset-elsewhere"),
            verified("shared-mailbox", "circumstance-shared-mailbox"),
            verified("administrator", "circumstance-administrator"),
            verified("break-glass", "circumstance-break-glass", "circumstance-administrator", "give-access-back"),
            needsOperator("last-global-administrator", Set.of("act-by-another"), "evil-otp", "evil-rule"),
            needsOperator(
                    "operator-is-target",
                    Set.of("act-by-another", "circumstance-operator-himself"),
                    "evil-otp",
                    "evil-rule"),
            verified("device-code"),
            contained("consent-only", "evil-consent"),
            verified("spray-three-accounts"),
            verified("soc-acts-too"),
            verified("attack-disruption", "circumstance-already-blocked"),
            verified("big-audit-log"),
            verified("late-logs"),
            verified("monday-review"),
            verified("phish-blocked"),
            verified("phish-reached-aitm"),
            contained("phish-consent", "evil-consent"),
            verified("phish-device-code"),
            verified("phish-campaign-60-recipients"),
            verified("bec-invoice-redirect"),
            verified("bec-vendor-mailbox"),
            verified("bec-payroll"),
            verified("bec-gift-cards"));

    private static Shipped verified(String scenario, String... tasks) {
        return new Shipped(scenario, IncidentState.VERIFIED, Set.of(), Set.of(tasks));
    }

    /** Contained: what remains is for a person to decide. */
    private static Shipped contained(String scenario, String... remains) {
        return new Shipped(scenario, IncidentState.CONTAINED, Set.of(remains), Set.of());
    }

    /** Nothing was written, and the tasks say who can. */
    private static Shipped needsOperator(String scenario, Set<String> tasks, String... remains) {
        return new Shipped(scenario, IncidentState.NEEDS_OPERATOR, Set.of(remains), tasks);
    }
}
