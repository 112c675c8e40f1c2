package dev.cordon.evidence.bag;

import dev.cordon.evidence.Audience;
import java.util.Optional;
import java.util.Set;

/**
 * What an audience does not get, and why (docs/decisions/0021). Whoever is not to have everything gets only the kinds that are named for him:
 * a kind that nobody has thought about stays at home.
 */
final class AudienceRules {
    /** Of entries of the journal: where a person or Cordon wrote freely. */
    private static final Set<String> OWN_WORDS = Set.of("note-added", "draft-written", "task-closed");

    /** Pages of logs as a collector received them, of the account or from the attacker's addresses: those of everybody are named nowhere. */
    private static final Set<String> COLLECTED = Set.of(
            "collected-audit-log-queries",
            "collected-audit-log-search",
            "collected-sign-ins-interactive",
            "collected-sign-ins-non-interactive",
            "collected-sign-ins-service-principal",
            "collected-directory-audits-target",
            "collected-directory-audits-actor",
            "collected-risk-detections");

    /** Who wrote to whom about what. */
    private static final Set<String> TRACES =
            Set.of("collected-message-trace-sent", "collected-message-trace-received");

    private static final Set<String> SOC = Set.of(
            "account",
            "time-stamp",
            "attack-summary",
            "sign-ins",
            "non-interactive-sign-ins",
            "directory-audits",
            "mailbox-audit",
            "audit-settings",
            "authentication-methods",
            "sign-in-preference",
            "inbox-rules",
            "mailbox",
            "mail-flow",
            "delegates",
            "folder-permissions",
            "calendar-publishing",
            "consents",
            "app-role-assignments",
            "application-permissions",
            "devices",
            "mobile-devices",
            "roles",
            "imported-audit-log",
            "imported-sign-ins",
            "imported-directory-audit",
            "imported-risk-detections");

    private static final Set<String> LEGAL = Set.of(
            "account",
            "time-stamp",
            "attack-summary",
            "manual-evidence",
            "sign-ins",
            "non-interactive-sign-ins",
            "directory-audits",
            "mailbox-audit",
            "inbox-rules",
            "mailbox",
            "mail-flow",
            "delegates",
            "folder-permissions",
            "calendar-publishing",
            "consents",
            "imported-audit-log",
            "imported-sign-ins",
            "imported-directory-audit",
            "imported-risk-detections",
            "imported-message-trace",
            "imported-file");

    /** Of mails only those that a row shows the attacker to have written: the others may be the user's letters. */
    private static final Set<String> POLICE = Set.of(
            "account",
            "attacker-mail",
            "time-stamp",
            "manual-evidence",
            "sign-ins",
            "non-interactive-sign-ins",
            "directory-audits",
            "mailbox-audit",
            "authentication-methods",
            "sign-in-preference",
            "inbox-rules",
            "mailbox",
            "auto-reply",
            "delegates",
            "folder-permissions",
            "calendar-publishing",
            "consents",
            "devices",
            "mobile-devices",
            "imported-audit-log",
            "imported-sign-ins",
            "imported-directory-audit",
            "imported-risk-detections",
            "imported-message-trace",
            "imported-file");

    private AudienceRules() {}

    /** Why this audience does not get exhibits of that kind; empty where it gets them. */
    static Optional<String> withheldExhibit(Audience audience, String kind) {
        return switch (audience) {
            case FULL -> Optional.empty();
            case SOC ->
                unless(
                        SOC,
                        kind,
                        COLLECTED.contains(kind),
                        "Mail and what a person wrote or filed is not needed to find and stop an attacker.");
            case LEGAL ->
                unless(
                        LEGAL,
                        kind,
                        COLLECTED.contains(kind) || TRACES.contains(kind),
                        "How accounts are secured, and the content of mail, is not needed to judge what must be told to whom.");
            case POLICE ->
                unless(
                        POLICE,
                        kind,
                        COLLECTED.contains(kind) || TRACES.contains(kind),
                        "The organisation's own configuration and Cordon's conclusions are no record of the act; they can be asked for.");
        };
    }

    /** Why this audience does not get the facts of journal entries of that kind; empty where it gets them. */
    static Optional<String> withheldEntry(Audience audience, String kind) {
        return switch (audience) {
            case FULL, LEGAL -> Optional.empty();
            case SOC, POLICE ->
                OWN_WORDS.contains(kind)
                        ? Optional.of(
                                "What the responder wrote in his own words is opinion or internal, and no record of fact.")
                        : Optional.empty();
        };
    }

    private static Optional<String> unless(Set<String> given, String kind, boolean isGivenToo, String because) {
        return isGivenToo || given.contains(kind) ? Optional.empty() : Optional.of(because);
    }
}
