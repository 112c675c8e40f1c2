package dev.cordon.investigation.review;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Baseline;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Scopes;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says how bad a change is, by what it does: a log alone seldom tells whose hand it was. Rules, automatic replies and folders are judged by the
 * tables that judge what is found in an account. Immutable; safe for many threads.
 */
final class Verdicts {
    private static final String DELEGATE = "T1098.002";
    private static final String FORWARDING = "T1114.003";
    private static final String ROLE = "T1098.003";
    private static final String CREDENTIAL = "T1098.001";
    private static final String APPLICATION = "T1671";
    private static final String TOKEN = "T1528";
    private static final String MFA = "T1556.006";
    private static final String COLLECTION = "T1114.002";

    /** Roles that rule over accounts, applications, mail or what protects them; by name, and by their ids in every tenant. */
    private static final Set<String> POWERFUL = Set.of(
            "company administrator",
            "global administrator",
            "privileged role administrator",
            "privileged authentication administrator",
            "exchange administrator",
            "exchange service administrator",
            "application administrator",
            "cloud application administrator",
            "user administrator",
            "user account administrator",
            "security administrator",
            "authentication administrator",
            "conditional access administrator",
            "hybrid identity administrator",
            "helpdesk administrator",
            "sharepoint administrator",
            "sharepoint service administrator",
            "partner tier2 support",
            "organization management",
            "discovery management",
            "applicationimpersonation",
            "mailbox import export",
            "62e90394-69f5-4237-9190-012177145e10",
            "e8611ab8-c189-46e8-94e1-60213ab1f814",
            "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
            "29232cdf-9323-42fd-ade2-1d097af3e4de",
            "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
            "158c047a-c907-4556-b7ef-446551a6b5f7",
            "fe930be7-5e62-47db-91af-98c3a49a38b1",
            "194ae4cb-b126-40b2-bd5b-6091b380977d",
            "c4e39bd9-1100-46d3-8c65-fb160da0071f",
            "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
            "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2");

    /** Programs for mass mailing and for copying whole mailboxes that were seen in many takeovers. */
    private static final List<String> OFTEN_ABUSED =
            List.of("perfectdata", "em client", "emclient", "supermailer", "cloudsponge", "sigparser", "rclone");

    private final Organisation organisation;
    private final Judge judge;

    Verdicts(Organisation organisation) {
        this.organisation = organisation;
        this.judge = new Judge(organisation, nothingKnown());
    }

    /** Nobody's sign-ins were looked at, and when a thing was made is known: the row itself says so. */
    private static AttackPicture nothingKnown() {
        var baseline = new Baseline(
                Optional.empty(), Optional.empty(), 0, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        return new AttackPicture(
                "",
                Certainty.UNKNOWN,
                baseline,
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                "no sign-ins were looked at",
                List.of(),
                List.of(),
                "",
                List.of(new Coverage("unifiedAudit", Instant.EPOCH, Optional.of(Instant.EPOCH), 0, Optional.empty())),
                List.of(),
                Instant.EPOCH);
    }

    Judgement of(Change change) {
        return switch (change.meaning()) {
            case Meaning.Rule rule -> rule(rule);
            case Meaning.Forward forward -> forwarding(forward.forwarding());
            case Meaning.Right right -> right(right);
            case Meaning.Calendar() ->
                one(35, "published", "T1114", "The calendar can be read by anybody without signing in.");
            case Meaning.Reply reply -> judge.autoReply(reply.reply());
            case Meaning.Route route -> route(change.kind(), route);
            case Meaning.Role role -> role(role);
            case Meaning.Consent consent -> consent(consent, change.subject());
            case Meaning.Permission permission -> permission(permission);
            case Meaning.Assignment() -> one(15, "assigned", "", "Somebody was assigned to this application.");
            case Meaning.Credential credential -> credential(credential);
            case Meaning.Application() -> application(change.subject());
            case Meaning.Account account -> account(account);
            case Meaning.Protection(int weight, String technique, String sentence, var _) ->
                one(weight, "protection-changed", technique, sentence);
            case Meaning.Method method -> method(method);
            case Meaning.Device(var owner) -> device(owner);
            case Meaning.Logging(int weight, String sentence) ->
                one(weight, "logging-changed", weight == 0 ? "" : "T1562.008", sentence);
            case Meaning.Search search -> search(search);
            case Meaning.Link link -> link(link);
        };
    }

    /** Of what the rows only show being taken away. */
    Judgement ofTakenAway(Change change) {
        return switch (change.kind()) {
            case TRANSPORT_RULE, CONNECTOR, REMOTE_DOMAIN, STRONG_AUTHENTICATION_CHANGE, AUDIT_CHANGE -> of(change);
            case INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTHENTICATION_METHOD,
                    CONSENT,
                    APP_ROLE_ASSIGNMENT,
                    DEVICE,
                    AUTO_REPLY,
                    ROLE,
                    APP_CREDENTIAL,
                    APP_PERMISSION,
                    APP_REGISTERED,
                    ACCOUNT_CREATED,
                    PASSWORD_SPRAY,
                    SIGN_IN,
                    MAIL_ACCESS,
                    SHARING_LINK,
                    SECURITY_INCIDENT,
                    PHISHING_CLICK,
                    SECURE_SCORE -> one(10, "only-taken-away", "", "These rows do not show who made it, and when.");
        };
    }

    private static Judgement one(int weight, String signal, String technique, String sentence) {
        return new Weighing().add(weight, signal, technique, sentence).judgement();
    }

    private Judgement rule(Meaning.Rule rule) {
        Judgement told = judge.inboxRule(rule.rule());
        if (rule.isTold()) {
            return told;
        }
        Judgement untold =
                one(35, "not-told", "T1564.008", "The row does not say what the rule does. Look at it in the mailbox.");
        return told.score() > untold.score()
                ? new Judgement(
                        told.verdict(),
                        told.score(),
                        Stream.concat(told.reasons().stream(), untold.reasons().stream())
                                .toList())
                : untold;
    }

    private Judgement forwarding(Forwarding forwarding) {
        String to = Quote.of(forwarding.target());
        if (forwarding.target().isEmpty()) {
            return one(0, "forwarding-ended", "", "Forwarding was ended.");
        }
        boolean isInside = isInside(forwarding.target());
        boolean isOutside = forwarding.kind() == Forwarding.Kind.SMTP_ADDRESS && !isInside;
        return new Weighing()
                .addIf(
                        isOutside,
                        70,
                        "forwards-outside",
                        FORWARDING,
                        "All mail was sent out of the organisation, to " + to + ".")
                .addIf(
                        !isOutside && !isInside,
                        40,
                        "forwards-to-unknown",
                        FORWARDING,
                        "All mail was sent to " + to + "; the row does not say whether that is inside.")
                .addIf(isInside, 35, "forwards-inside", FORWARDING, "All mail was sent to a colleague, " + to + ".")
                .addIf(!forwarding.keepsCopy(), 5, "keeps-no-copy", "", "The row keeps no copy in the mailbox.")
                .judgement();
    }

    boolean isInside(String address) {
        String plain = Names.plain(address);
        int at = plain.lastIndexOf('@');
        return at > 0 && organisation.ownsDomain(plain.substring(at + 1));
    }

    private Judgement right(Meaning.Right right) {
        MailboxDelegate given = right.right();
        if (given.scope() == Scope.FOLDER) {
            return given.trustee().isEmpty()
                    ? one(20, "delegation-changed", DELEGATE, "Who may use the calendar was changed.")
                    : judge.folderPermission(given);
        }
        String person = given.trustee().isEmpty() ? "Somebody" : Quote.of(given.trustee());
        boolean isOutside = given.trustee().toLowerCase(Locale.ROOT).contains("#ext#")
                || (Row.isPerson(given.trustee()) && !isInside(given.trustee()));
        boolean isOnBehalf = given.rights().contains("SendOnBehalf");
        return new Weighing()
                .add(
                        isOnBehalf ? 35 : 40,
                        "rights-given",
                        DELEGATE,
                        person + " got rights over the mailbox: " + Quote.of(String.join(", ", given.rights())) + ".")
                .addIf(isOutside, 30, "delegate-outside", DELEGATE, "That is somebody from outside.")
                .addIf(right.isToGiver(), 20, "gave-it-to-himself", DELEGATE, "Whoever did it gave it to himself.")
                .judgement();
    }

    private Judgement route(FindingKind kind, Meaning.Route route) {
        if (route.isTakenAway()) {
            return one(35, "taken-away", "", "It was switched off or removed. Did it protect anybody?");
        }
        boolean isOutside = route.sends().stream().anyMatch(to -> to.indexOf('@') > 0 && !isInside(to));
        var weighing = new Weighing()
                .add(35, "route-changed", "", "It decides what becomes of everybody's mail.")
                .addIf(
                        isOutside,
                        40,
                        "sends-outside",
                        FORWARDING,
                        "It sends mail out of the organisation, to " + Quote.of(String.join(", ", route.sends())) + ".")
                .addIf(
                        !isOutside && !route.sends().isEmpty(),
                        10,
                        "sends-on",
                        FORWARDING,
                        "It sends mail to " + Quote.of(String.join(", ", route.sends())) + ".");
        route.acts().forEach(act -> weighing.add(kind == FindingKind.REMOTE_DOMAIN ? 5 : 10, "acts", "", act));
        return weighing.judgement();
    }

    private static Judgement role(Meaning.Role role) {
        boolean isPowerful =
                POWERFUL.contains(role.name().toLowerCase(Locale.ROOT)) || POWERFUL.contains(role.templateId());
        return new Weighing()
                .add(35, "role-given", ROLE, Quote.of(role.holder()) + " got a role.")
                .addIf(isPowerful, 20, "powerful", ROLE, "It is one of the roles with which everything can be changed.")
                .addIf(role.isToGiver(), 20, "gave-it-to-himself", ROLE, "Whoever did it gave it to himself.")
                .addIf(role.isGuest(), 20, "guest", ROLE, "It was given to a guest.")
                .judgement();
    }

    private static Judgement consent(Meaning.Consent consent, String subject) {
        var scopes = new Scopes(consent.scopes());
        boolean isHarmless = consent.isKnown() && !scopes.isRisky();
        return new Weighing()
                .addIf(isHarmless, 10, "consented", "", "It may do little: nothing with mail, files or the directory.")
                .addIf(
                        !consent.isKnown(),
                        40,
                        "unknown-scopes",
                        APPLICATION,
                        "The row does not say all that it may do.")
                .addIf(
                        scopes.changesDirectory(),
                        45,
                        "may-change-directory",
                        TOKEN,
                        "It may change the directory or act with all of the user's rights.")
                .addIf(
                        scopes.usesMail(),
                        40,
                        "may-use-mail",
                        TOKEN,
                        "It may read or send mail, or change its settings.")
                .addIf(
                        scopes.readsContent(),
                        30,
                        "may-read-content",
                        TOKEN,
                        "It may read files, notes, chats or contacts.")
                .addIf(
                        scopes.staysOffline() && scopes.isRisky(),
                        10,
                        "works-without-user",
                        TOKEN,
                        "It goes on working while the user is away (offline_access).")
                .addIf(
                        scopes.takesEverything(),
                        20,
                        "takes-everything",
                        TOKEN,
                        "It asks for as much as attack toolkits do.")
                .addIf(
                        isOftenAbused(subject),
                        25,
                        "often-abused",
                        APPLICATION,
                        "Attackers often used one of this name.")
                .addIf(
                        consent.isForEverybody(),
                        5,
                        "for-everybody",
                        "",
                        "It is given for everybody in the organisation.")
                .judgement();
    }

    private static boolean isOftenAbused(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OFTEN_ABUSED.stream().anyMatch(lower::contains);
    }

    private static Judgement permission(Meaning.Permission permission) {
        List<String> names = new ArrayList<>(permission.permissions());
        var scopes = new Scopes(names);
        boolean isOfAllMail = scopes.usesMail()
                || names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("full_access"));
        return new Weighing()
                .add(35, "permission-given", ROLE, "An application may do this by itself, in everybody's data.")
                .addIf(isOfAllMail, 25, "reaches-all-mail", TOKEN, "It reaches the mail of everybody.")
                .addIf(scopes.changesDirectory(), 30, "may-change-directory", ROLE, "It may change the directory.")
                .addIf(
                        scopes.readsContent(),
                        15,
                        "may-read-content",
                        TOKEN,
                        "It may read everybody's files, chats or contacts.")
                .judgement();
    }

    private static Judgement credential(Meaning.Credential credential) {
        return credential.isOwner()
                ? one(35, "owner-added", CREDENTIAL, "An owner can give the application a key and sign in as it.")
                : new Weighing()
                        .add(
                                45,
                                "credential-added",
                                CREDENTIAL,
                                "Whoever has the new key or password can sign in as this application, whatever becomes of the account.")
                        .addIf(
                                credential.isFederated(),
                                10,
                                "federated",
                                CREDENTIAL,
                                "Somebody else's service vouches for it.")
                        .judgement();
    }

    private static Judgement application(String name) {
        return new Weighing()
                .add(15, "registered", "", "An application appeared. What it may do stands in findings of its own.")
                .addIf(isOftenAbused(name), 25, "often-abused", APPLICATION, "Attackers often used one of this name.")
                .judgement();
    }

    private static Judgement account(Meaning.Account account) {
        return account.isGuest()
                ? one(20, "guest-invited", "T1136.003", "Somebody from outside was invited.")
                : one(35, "account-created", "T1136.003", "A new account can sign in.");
    }

    private static Judgement method(Meaning.Method method) {
        return new Weighing()
                .add(
                        35,
                        "method-changed",
                        MFA,
                        method.isTakenAway()
                                ? "A way to prove who he is was removed. Ask the user whether it was him."
                                : "A way to prove who he is was added or changed. Ask the user whether it was him.")
                .addIf(method.isByAnother(), 10, "by-another", MFA, "Somebody else did it.")
                .judgement();
    }

    /** Of the rows about one device the one that names its owner is told. */
    private static Judgement device(String owner) {
        return new Weighing()
                .add(
                        owner.isEmpty() ? 35 : 36,
                        "device-registered",
                        "T1098.005",
                        "A device was registered" + (owner.isEmpty() ? "" : " for " + Quote.of(owner))
                                + ": with it somebody stays signed in.")
                .judgement();
    }

    private static Judgement search(Meaning.Search search) {
        return new Weighing()
                .add(35, "searched", COLLECTION, "The mail or files of many people were searched.")
                .addIf(search.isTakenOut(), 15, "taken-out", COLLECTION, "What was found was taken out or removed.")
                .judgement();
    }

    private static final Map<Meaning.Audience, Integer> WEIGHTS =
            Map.of(Meaning.Audience.ANYBODY, 40, Meaning.Audience.OUTSIDERS, 35, Meaning.Audience.COLLEAGUES, 5);

    private static Judgement link(Meaning.Link link) {
        int weight = WEIGHTS.getOrDefault(link.with(), 0);
        return switch (link.with()) {
            case ANYBODY ->
                one(weight, "anybody", "T1567", "Anybody who has the link can open it, without signing in.");
            case OUTSIDERS -> one(weight, "outsiders", "T1567", "It was shared with somebody from outside.");
            case COLLEAGUES -> one(weight, "colleagues", "", "It was shared with people of the organisation.");
        };
    }

    /** A reason of its own, for what no single row says. */
    static Reason reason(String signal, String technique, String sentence) {
        return new Reason(signal, sentence, technique.isEmpty() ? Optional.empty() : Optional.of(technique));
    }
}
