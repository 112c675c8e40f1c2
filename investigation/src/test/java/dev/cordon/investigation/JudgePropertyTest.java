package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.InboxRuleJudgeTest.RuleDraft;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JudgePropertyTest {
    private static final List<AttackPicture> PICTURES =
            List.of(Rows.quiet(), Rows.attacked(), Rows.journey(), Rows.unreadable());
    private static final Organisation CONTOSO = Organisation.ofDomains("contoso.example");

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> known = Arbitraries.of(
                "",
                " ",
                ".",
                "\u0000",
                "\u001b[31mred",
                "\u202egnp.exe",
                "\u200b",
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "a@b@c",
                "[SMTP:",
                "]",
                "[]",
                "<>",
                "@",
                "smtp:",
                "/o=",
                "\ud800",
                "x".repeat(9_000),
                "Junk E-mail Rule",
                "Delegate Rule -99999999999999999999999",
                "::::",
                "1.2.3.4:5678",
                "[2001:db8::1]:1",
                "((((",
                "\\E\\Q",
                "$1");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, known),
                net.jqwik.api.Tuple.of(3, Arbitraries.strings().all().ofMaxLength(60)));
    }

    @Property(tries = 100)
    void no_text_makes_a_judge_fail(
            @ForAll("hostile") String one, @ForAll("hostile") String two, @ForAll("hostile") String three) {
        for (AttackPicture picture : PICTURES) {
            Judge judge = new Judge(CONTOSO, picture);
            Application application = new Application(
                    one, two, three, Optional.of(one), Optional.empty(), Optional.empty(), true, List.of(two));

            assertThat(judge.inboxRule(new RuleDraft(one)
                                    .about(two)
                                    .from(three)
                                    .into(two)
                                    .to(three)
                                    .rule())
                            .reasons())
                    .isNotEmpty();
            judge.consent(new ConsentGrant(one, application, true, List.of(two, three)));
            judge.delegate(new MailboxDelegate(one, MailboxDelegate.Scope.MAILBOX, two, three, List.of(two)));
            judge.folderPermission(new MailboxDelegate(one, MailboxDelegate.Scope.FOLDER, two, three, List.of(two)));
            judge.authenticationMethod(new AuthenticationMethod(one, two, three, Optional.of(Rows.NOW)));
            judge.autoReply(new AutoReply(one, two, three, one));
            judge.calendarPublishing(new PublishedCalendar("id", one, List.of(two), three, true));
            judge.mobileDevice(new MobileDevice(
                    one, two, three, one, two, three, one, two, Optional.of(Rows.NOW), Optional.empty()));
        }
    }

    @Property(tries = 50)
    void no_row_makes_the_picture_fail(@ForAll("hostile") String address, @ForAll("hostile") String text) {
        SignIn row = Rows.signIn(java.time.Duration.ofHours(20))
                .from(address, text)
                .with(text)
                .session(text)
                .over(text)
                .row();

        AttackPicture picture =
                Rows.picture(Rows.monthWith(row), Rows.audit(text, java.time.Duration.ofHours(20), address));

        assertThat(picture.firstSeenReason()).isNotBlank();
        assertThat(picture.attackersAmong(List.of(row), Rows.NOW.minusSeconds(1)))
                .isNotNull();
    }

    @Provide
    Arbitrary<List<UnaryOperator<RuleDraft>>> deeds() {
        return Arbitraries.<UnaryOperator<RuleDraft>>of(
                        draft -> draft.about("invoice"),
                        draft -> draft.from("helpdesk@contoso.example"),
                        draft -> draft.into("RSS Feeds"),
                        draft -> draft.to("drop@mail.example"),
                        RuleDraft::deleting,
                        RuleDraft::read,
                        RuleDraft::hidden)
                .list()
                .uniqueElements()
                .ofMaxSize(5);
    }

    @Property(tries = 100)
    void a_further_hostile_deed_never_makes_a_rule_look_better(
            @ForAll("deeds") List<UnaryOperator<RuleDraft>> deeds, @ForAll("extra") UnaryOperator<RuleDraft> extra) {
        Judge judge = new Judge(CONTOSO, Rows.attacked());
        InboxRule before = apply(deeds).rule();
        InboxRule after = extra.apply(apply(deeds)).rule();

        assertThat(judge.inboxRule(after).verdict())
                .isGreaterThanOrEqualTo(judge.inboxRule(before).verdict());
    }

    @Provide
    Arbitrary<UnaryOperator<RuleDraft>> extra() {
        return Arbitraries.of(
                draft -> draft.to("drop@mail.example"), RuleDraft::deleting, RuleDraft::read, RuleDraft::hidden);
    }

    private static RuleDraft apply(List<UnaryOperator<RuleDraft>> deeds) {
        RuleDraft draft = new RuleDraft("Tidy up");
        for (UnaryOperator<RuleDraft> deed : deeds) {
            draft = deed.apply(draft);
        }
        return draft;
    }

    @Property(tries = 50)
    void in_a_quiet_account_nothing_without_hostile_content_is_malicious(@ForAll("hostile") String name) {
        Judge judge = new Judge(CONTOSO, Rows.quiet());

        assertThat(judge.inboxRule(
                                new RuleDraft(name).about("lunch").into("Lunch").rule())
                        .verdict())
                .isNotEqualTo(Verdict.MALICIOUS);
        assertThat(judge.authenticationMethod(new AuthenticationMethod(name, name, name, Optional.empty()))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }
}
