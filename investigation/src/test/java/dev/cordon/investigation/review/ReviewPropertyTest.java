package dev.cordon.investigation.review;

import static dev.cordon.investigation.review.ExportedLog.ADMIN;
import static dev.cordon.investigation.review.ExportedLog.ANNA;
import static dev.cordon.investigation.review.ExportedLog.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** The same rows give the same findings, wherever and however they are read. */
class ReviewPropertyTest {
    private static final String ID = "22222222-0000-4000-8000-00000000000";

    /** Something of every kind, with what undoes some of it. */
    private static ExportedLog everything() {
        var log = new ExportedLog();
        for (int i = 0; i < 4; i++) {
            String user = "user" + i + "@contoso.example";
            log.exchange("rule" + i, i, "New-InboxRule", user, user + "\\.", "Name", ".", "DeleteMessage", "True");
            log.exchange("gone" + i, i + (i % 2), "Remove-InboxRule", user, user + "\\.", "Identity", ".");
            log.exchange(
                    "fwd" + i,
                    i,
                    "Set-Mailbox",
                    ADMIN,
                    user,
                    "Identity",
                    user,
                    "ForwardingSmtpAddress",
                    "x" + i % 2 + "@mail.example");
            log.exchange(
                    "fwd-" + i,
                    i + 1,
                    "Set-Mailbox",
                    ADMIN,
                    "user0",
                    "Identity",
                    "user0",
                    "ForwardingSmtpAddress",
                    i % 2 == 0 ? "" : "y@mail.example");
            log.exchange(
                    "acc" + i,
                    i,
                    "Add-MailboxPermission",
                    ADMIN,
                    ANNA,
                    "Identity",
                    ANNA,
                    "User",
                    i % 2 == 0 ? user : "user" + i,
                    "AccessRights",
                    "FullAccess");
            log.directory(
                    "role" + i,
                    i,
                    "Add member to role.",
                    ADMIN,
                    user,
                    targets(ID + i, "User", "u", user),
                    "Role.DisplayName",
                    "",
                    "Global Administrator");
            log.directory("made" + i, i, "Add user.", ADMIN, user, targets(ID + i, "User", "u", user));
            log.directory(
                    "key" + i,
                    i,
                    "Add service principal credentials.",
                    ADMIN,
                    ID + i,
                    targets(ID + i, "ServicePrincipal", "app", ""),
                    "KeyDescription",
                    "[]",
                    "[KeyIdentifier=" + ID + i + "]");
            log.directory(
                    "mfa" + i,
                    i,
                    "Update user.",
                    ADMIN,
                    user,
                    targets(ID + i, "User", "u", user),
                    "StrongAuthenticationRequirement",
                    "[{\"State\":1}]",
                    "[]");
        }
        for (int i = 0; i < 14; i++) {
            log.failed("try" + i, i * 3, "user" + i + "@contoso.example", "198.51.100." + i % 2, "BAV2ROPC");
        }
        log.signedIn("in", 60, "user3@contoso.example", "198.51.100.1", "axios/1.7");
        log.signedIn("in2", 61, "user3@contoso.example", "198.51.100.1", "axios/1.7");
        return log;
    }

    @Property(tries = 30)
    void the_order_of_the_rows_and_rows_that_come_twice_change_nothing(@ForAll long seed) {
        List<ReviewFinding> findings = everything().findings();

        assertThat(findings).hasSizeGreaterThan(15);
        assertThat(everything().shuffled(seed).findings()).isEqualTo(findings);
    }

    @Property(tries = 30)
    void where_more_changed_than_is_held_the_latest_counts_in_whatever_order_it_comes(@ForAll long seed) {
        Review.Reviewed cut = cut(everything());

        assertThat(cut.notRead())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .startsWith(
                                "There were more changes than are held: the latest 12 were looked at, back to 2026-"));
        assertThat(cut.findings()).hasSizeLessThan(everything().findings().size());
        assertThat(cut(everything().shuffled(seed))).isEqualTo(cut);
    }

    private static Review.Reviewed cut(ExportedLog log) {
        var review = new Review(Organisation.ofDomains(), OrganisationFacts.NONE, 12);
        log.into(review);
        return review.finish();
    }

    @Property(tries = 6)
    void the_time_zone_and_the_language_of_the_machine_change_nothing(
            @ForAll boolean isTurkish, @ForAll boolean isFar) {
        List<ReviewFinding> findings = everything().findings();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(isTurkish ? Locale.of("tr", "TR") : Locale.of("ar", "EG"));
            TimeZone.setDefault(TimeZone.getTimeZone(isFar ? "Pacific/Kiritimati" : "America/St_Johns"));
            assertThat(everything().findings()).isEqualTo(findings);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property(tries = 200)
    void any_text_in_any_place_is_answered(
            @ForAll @StringLength(max = 30) String name, @ForAll @StringLength(max = 30) String other) {
        var log = new ExportedLog();
        log.exchange(
                "a",
                0,
                "New-InboxRule",
                other,
                name,
                "Name",
                name,
                "MoveToFolder",
                other,
                "From",
                name,
                "ForwardTo",
                other);
        log.exchange(
                "b",
                1,
                "Set-Mailbox",
                name,
                other,
                "ForwardingSmtpAddress",
                name,
                "GrantSendOnBehalfTo",
                other,
                "Identity",
                name);
        log.exchange(
                "c",
                2,
                "Add-MailboxFolderPermission",
                name,
                other,
                "Identity",
                name,
                "User",
                other,
                "AccessRights",
                name);
        log.program(
                "d",
                3,
                "UpdateInboxRules",
                "x@contoso.example",
                "\"OperationProperties\":"
                        + ExportedLog.pairs(
                                "Name",
                                "Value",
                                "RuleName",
                                name,
                                "RuleActions",
                                other,
                                "RuleCondition",
                                name,
                                "RuleOperation",
                                other));
        log.directory(
                "e",
                4,
                "Update user.",
                name,
                other,
                targets(ID + "1", "User", name, other),
                "StrongAuthenticationRequirement",
                name,
                other,
                "StrongAuthenticationPhoneAppDetail",
                name,
                other);
        log.directory(
                "f",
                5,
                "Consent to application.",
                name,
                other,
                targets(ID + "1", "ServicePrincipal", name, other),
                "ConsentAction.Permissions",
                name,
                other);
        log.failed("g", 6, name, "198.51.100.7", other);

        assertThat(log.findings())
                .allSatisfy(finding -> assertThat(finding.reasons()).isNotEmpty());
    }
}
