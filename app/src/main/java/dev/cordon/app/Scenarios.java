package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Refusal;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.scenario.ScenarioException;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/** Scenarios as they are named on the command line. */
final class Scenarios {
    /** The names of the shipped ones. Written out, because to ask the simulator would load it before it is wanted. */
    static final String SHIPPED = "aitm-basic, quiet-tenant, throttled, reentry, aitm-full-persistence, hybrid, guest,"
            + " shared-mailbox, administrator, break-glass, last-global-administrator, operator-is-target, device-code,"
            + " consent-only, spray-three-accounts, soc-acts-too, attack-disruption, big-audit-log,"
            + " late-logs, monday-review, phish-blocked, phish-reached-aitm, phish-consent, phish-device-code,"
            + " phish-campaign-60-recipients, bec-invoice-redirect, bec-vendor-mailbox, bec-payroll, bec-gift-cards";

    private Scenarios() {}

    /** Loads a shipped scenario or a file, with {@code --seed} where it was typed. */
    static Scenario load(String nameOrFile, ParseResult typed) {
        String seed = typed.matchedOptionValue("--seed", "");
        try {
            return ScenarioLoader.load(
                    nameOrFile, seed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed)));
        } catch (NumberFormatException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "--seed cannot be \"" + seed + "\"; it is a whole number.");
        } catch (ScenarioException e) {
            throw new Refusal(ExitCode.WRONG_USAGE, "The " + e.getMessage() + ".");
        }
    }
}
