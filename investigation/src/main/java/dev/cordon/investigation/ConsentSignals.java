package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What speaks for and against what an application may do in the user's name. */
final class ConsentSignals {
    private static final String APPLICATION = "T1671";
    private static final String TOKEN = "T1528";

    /** The tenants Microsoft's own applications belong to. */
    private static final Set<String> MICROSOFT =
            Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47");

    /** What a phishing page asks for is given at once, or when the user comes back to it. */
    private static final Duration AFTER_A_CLICK = Duration.ofDays(1);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** Programs for mass mailing and for copying whole mailboxes that were seen in many takeovers. */
    private static final Pattern OFTEN_ABUSED = Pattern.compile(
            "\\b(perfectdata|em client|supermailer|cloudsponge|sigparser|rclone)\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> CONSENTS = Set.of(
            "consent to application",
            "add delegated permission grant",
            "add oauth2permissiongrant",
            "add service principal",
            "add app role assignment grant to user",
            "add app role assignment to user",
            "add app role assignment to service principal");

    static final SignalTable<Facts> GRANT = new SignalTable<>(
            facts -> facts.origin.notOfAttack(
                    "It may do little, or belongs to somebody known, and is older than the attack."),
            against(
                    "consented-from-attacker-address",
                    60,
                    APPLICATION,
                    facts -> facts.origin.isByAttackerAddress(),
                    facts -> "Consent was given from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "consented-after-phishing",
                    60,
                    TOKEN,
                    Facts::isAfterPhishing,
                    facts -> "It came within a day after the user had reached a phishing page."),
            against(
                    "consented-in-attack",
                    40,
                    APPLICATION,
                    facts -> facts.origin.isInWindow(),
                    facts -> "Consent was given at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "appeared-in-attack",
                    25,
                    APPLICATION,
                    Facts::appearedInWindow,
                    facts -> "The application appeared in this tenant after the attacker was first seen."),
            against(
                    "appeared-in-response",
                    35,
                    APPLICATION,
                    Facts::appearedInResponse,
                    facts -> "It was not there when the consents were read earlier in this response."),
            against(
                    "consented-in-suspected-attack",
                    20,
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "Consent was given after a sign-in that needs a second look."),
            against(
                    "consented-from-unfamiliar-address",
                    25,
                    facts -> facts.origin.isByUnfamiliarAddress(),
                    facts -> "Consent was given from " + facts.origin.addressInWords()
                            + ", where the user has not been before."),
            against(
                    "may-change-directory",
                    35,
                    TOKEN,
                    facts -> facts.scopes.changesDirectory(),
                    facts -> "It may change the directory or act with all of the user's rights."),
            against(
                    "may-use-mail",
                    25,
                    TOKEN,
                    facts -> facts.scopes.usesMail(),
                    facts -> "It may read or send the user's mail, or change its settings."),
            against(
                    "may-read-files-and-contacts",
                    15,
                    TOKEN,
                    facts -> facts.scopes.readsContent(),
                    facts -> "It may read files, notes, chats or contacts."),
            against(
                    "often-abused",
                    25,
                    APPLICATION,
                    Facts::isOftenAbused,
                    facts -> "Attackers who took mailboxes over often used an application of this name."),
            against(
                    "for-everybody",
                    1,
                    facts -> facts.forEverybody,
                    facts ->
                            "It is given for everybody in the organisation: removing it is a decision for all of them."),
            against(
                    "works-without-user",
                    10,
                    TOKEN,
                    facts -> facts.scopes.staysOffline() && facts.scopes.isRisky(),
                    facts -> "It goes on working while the user is away (offline_access)."),
            against(
                    "takes-everything",
                    15,
                    TOKEN,
                    facts -> facts.scopes.takesEverything(),
                    facts -> "It asks for as much as attack toolkits do."),
            against(
                    "unverified-publisher",
                    10,
                    facts -> facts.application.verifiedPublisher().isEmpty()
                            && !facts.isOwnedByMicrosoft()
                            && !facts.isOwn,
                    facts -> "Nobody has verified who publishes it."),
            against(
                    "pretends-to-be-microsoft",
                    30,
                    Facts::pretendsToBeMicrosoft,
                    facts -> "It is named " + Quote.of(facts.application.displayName())
                            + " but does not belong to Microsoft."),
            against(
                    "odd-reply-address",
                    10,
                    Facts::hasOddReplyAddress,
                    facts -> "It sends people back to an odd address."),
            against(
                    "newer-than-logs",
                    10,
                    facts -> facts.origin.isBeyondLogs(),
                    facts -> "Consent was given at a time the sign-in logs do not show."),
            inFavour(
                    "microsoft-application",
                    60,
                    Facts::isOwnedByMicrosoft,
                    facts -> "It is one of Microsoft's own applications; those are never removed."),
            inFavour("own-application", 20, facts -> facts.isOwn, facts -> "It belongs to this organisation."),
            inFavour(
                    "verified-publisher",
                    15,
                    facts -> facts.application.verifiedPublisher().isPresent(),
                    facts -> "Its publisher is verified: "
                            + Quote.of(facts.application.verifiedPublisher().orElse("")) + "."),
            inFavour(
                    "older-than-attack",
                    25,
                    facts -> facts.origin.isBeforeWindow() || facts.appearedBeforeWindowAndNothingSaysOtherwise(),
                    facts -> "It was here before anything suspicious was seen."),
            inFavour(
                    "consented-from-own-address",
                    25,
                    facts -> facts.origin.isByOwnAddress(),
                    facts -> "Consent was given from an address where the user usually is."),
            inFavour(
                    "consented-by-administrator",
                    15,
                    facts -> facts.origin.isByOtherPerson(),
                    facts -> "Somebody else, an administrator perhaps, gave the consent."),
            inFavour(
                    "quiet-account",
                    10,
                    facts -> facts.origin.picture().isQuiet(),
                    facts -> "Nothing suspicious was seen in this account."));

    static final SignalTable<Facts> ASSIGNMENT = new SignalTable<>(
            facts -> facts.origin.notOfAttack("It was not assigned during the attack, as far as the logs show."),
            against(
                    "assigned-from-attacker-address",
                    60,
                    APPLICATION,
                    facts -> facts.origin.isByAttackerAddress(),
                    facts -> "It was assigned from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "assigned-in-attack",
                    40,
                    APPLICATION,
                    facts -> facts.origin.isInWindow(),
                    facts -> "It was assigned at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "assigned-in-suspected-attack",
                    35,
                    facts -> facts.origin.isInSuspectedWindow() && !facts.origin.isBeyondLogs(),
                    facts -> "It was assigned after a sign-in that needs a second look."),
            against(
                    "appeared-in-response",
                    35,
                    APPLICATION,
                    Facts::appearedInResponse,
                    facts -> "It was not there when the assignments were read earlier in this response."),
            against(
                    "newer-than-logs",
                    35,
                    facts -> facts.origin.isBeyondLogs(),
                    facts -> "It was assigned at " + facts.origin.timeInWords()
                            + ", a time the sign-in logs do not show."),
            against(
                    "unverified-publisher",
                    5,
                    facts -> facts.application.verifiedPublisher().isEmpty()
                            && !facts.isOwnedByMicrosoft()
                            && !facts.isOwn,
                    facts -> "Nobody has verified who publishes the application."),
            inFavour(
                    "microsoft-application",
                    60,
                    Facts::isOwnedByMicrosoft,
                    facts -> "It is one of Microsoft's own applications."),
            inFavour(
                    "assigned-from-own-address",
                    30,
                    facts -> facts.origin.isByOwnAddress(),
                    facts -> "It was assigned from an address where the user usually is."),
            inFavour(
                    "assigned-by-administrator",
                    20,
                    facts -> facts.origin.isByOtherPerson(),
                    facts -> "Somebody else, an administrator perhaps, assigned it."));

    private ConsentSignals() {}

    /**
     * The facts judged.
     *
     * @param application the application
     * @param scopes what it may do
     * @param isOwn whether it belongs to the organisation
     * @param appearedAt when it appeared in the tenant
     * @param origin when and from where the consent came
     * @param appeared whether it was not there when the consents were read earlier in this response
     * @param forEverybody whether it is given in the name of everybody
     * @param clicks when the user reached a phishing page
     */
    record Facts(
            Application application,
            Scopes scopes,
            boolean isOwn,
            Optional<Instant> appearedAt,
            Origin origin,
            boolean appeared,
            boolean forEverybody,
            List<Instant> clicks) {
        static Facts of(ConsentGrant grant, Organisation organisation, AttackPicture picture, FirstMet met) {
            return of(
                            grant.client(),
                            grant.scopes(),
                            grant.id(),
                            event -> !GivenRight.of(event).isAnotherThan(grant),
                            Optional.empty(),
                            organisation,
                            picture,
                            met.appeared())
                    .forEverybody(grant.forEverybody());
        }

        static Facts of(AppRoleAssignment assignment, Organisation organisation, AttackPicture picture, FirstMet met) {
            return of(
                    assignment.application(),
                    List.of(),
                    assignment.id(),
                    event -> true,
                    assignment.createdAt(),
                    organisation,
                    picture,
                    met.appeared());
        }

        private static Facts of(
                Application application,
                List<String> scopes,
                String id,
                Predicate<AuditEvent> mayBe,
                Optional<Instant> created,
                Organisation organisation,
                AttackPicture picture,
                boolean appeared) {
            Origin origin = Origin.find(
                    picture, created, CONSENTS, event -> mentions(event, application, id) && mayBe.test(event));
            boolean own = application.ownerTenantId().isPresent()
                    && application.ownerTenantId().equals(organisation.tenantId());
            return new Facts(
                    application, new Scopes(scopes), own, application.createdAt(), origin, appeared, false, List.of());
        }

        private Facts forEverybody(boolean everybody) {
            return new Facts(application, scopes, isOwn, appearedAt, origin, appeared, everybody, clicks);
        }

        Facts phishedAt(List<Instant> moments) {
            return new Facts(application, scopes, isOwn, appearedAt, origin, appeared, forEverybody, moments);
        }

        /** By when the consent was given, else by when the application came here for the first time. */
        boolean isAfterPhishing() {
            return origin.at()
                    .or(() -> appearedAt)
                    .filter(at -> clicks.stream()
                            .anyMatch(click ->
                                    !at.isBefore(click.minus(CLOCKS_DIFFER)) && at.isBefore(click.plus(AFTER_A_CLICK))))
                    .isPresent();
        }

        /** By its name, which anybody may choose: it adds little, and speaks for nothing where it is missing. */
        boolean isOftenAbused() {
            return OFTEN_ABUSED.matcher(application.displayName()).find();
        }

        private static boolean mentions(AuditEvent event, Application application, String id) {
            return Origin.mentions(event, application.servicePrincipalId())
                    || Origin.mentions(event, application.appId())
                    || Origin.mentions(event, id);
        }

        boolean isOwnedByMicrosoft() {
            return application
                    .ownerTenantId()
                    .filter(owner -> MICROSOFT.contains(owner.toLowerCase(Locale.ROOT)))
                    .isPresent();
        }

        boolean pretendsToBeMicrosoft() {
            String name = application.displayName().toLowerCase(Locale.ROOT);
            boolean sounds = name.contains("microsoft") || name.contains("office 365") || name.contains("outlook");
            return sounds
                    && !isOwnedByMicrosoft()
                    && !isOwn
                    && application.ownerTenantId().isPresent()
                    && application.verifiedPublisher().isEmpty();
        }

        boolean hasOddReplyAddress() {
            return application.replyUrls().stream().anyMatch(Facts::isOdd);
        }

        private static boolean isOdd(String address) {
            String lower = address.toLowerCase(Locale.ROOT);
            boolean plainHttp = lower.startsWith("http://") && !lower.startsWith("http://localhost");
            return plainHttp || lower.contains("ngrok") || lower.matches("https?://[0-9.]{7,15}([:/].*)?");
        }

        /** Whether it appeared during this response in an account that an attacker was in: nobody else had reason to give it then. */
        boolean appearedInResponse() {
            return appeared && origin.picture().certainty() == Certainty.ATTACK;
        }

        boolean appearedInWindow() {
            return origin.picture().certainty() == Certainty.ATTACK
                    && appearedAt.filter(origin.picture()::isInWindow).isPresent();
        }

        boolean appearedBeforeWindowAndNothingSaysOtherwise() {
            return origin.at().isEmpty()
                    && appearedAt.isPresent()
                    && origin.picture().firstSeen().isPresent()
                    && !origin.picture().isInWindow(appearedAt.get());
        }
    }
}
