package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentReportTest {
    private static final List<String> SECTIONS = List.of(
            "1. Summary", "2. Timeline", "3. Impact", "4. Containment", "5. Privacy decision", "6. Improvement");

    @Test
    void has_its_six_sections_in_both_formats() {
        ReportSource source = SampleIncident.whole();

        assertThat(IncidentReport.html(source)).contains(SECTIONS);
        assertThat(IncidentReport.markdown(source)).contains(SECTIONS);
    }

    @Test
    void is_the_same_text_every_time() {
        assertThat(IncidentReport.html(SampleIncident.whole())).isEqualTo(IncidentReport.html(SampleIncident.whole()));
    }

    @Test
    void carries_the_anchors_so_that_a_cut_off_end_is_found() {
        ReportSource source = SampleIncident.whole();

        assertThat(ChainHead.findAll(IncidentReport.html(source))).contains(source.journalHead(), source.custodyHead());
        assertThat(ChainHead.findAll(IncidentReport.markdown(source)))
                .contains(source.journalHead(), source.custodyHead());
        assertThat(IncidentReport.html(source))
                .contains(EvidenceIndex.rootHash(source.exhibits()).hex());
    }

    @Test
    void the_root_hash_can_be_repeated_with_any_tool() {
        ReportSource source = SampleIncident.whole();
        StringBuilder lines = new StringBuilder();
        source.exhibits()
                .forEach(exhibit -> lines.append(exhibit.id())
                        .append(' ')
                        .append(exhibit.sha256().hex())
                        .append('\n'));

        assertThat(EvidenceIndex.rootHash(source.exhibits().reversed()))
                .isEqualTo(Digest.sha256(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void its_summary_has_at_most_120_words() {
        for (ReportSource source : List.of(
                SampleIncident.whole(),
                SampleIncident.justOpened(),
                SampleIncident.killed(),
                SampleIncident.longAfter(),
                SampleIncident.hisRoles(""),
                SampleIncident.hisRoles(" of a very long and winding name that he chose himself to fill the page"),
                SampleIncident.imported())) {
            String summary = String.join(" ", new Narrative(source).summary());

            assertThat(summary.split("\\s+")).as(summary).hasSizeLessThanOrEqualTo(120);
        }
    }

    @Test
    void never_says_contained_when_it_was_not_read_back() {
        assertThat(IncidentReport.markdown(SampleIncident.killed()))
                .contains("Not contained")
                .doesNotContain("Confirmed: its");
        assertThat(IncidentReport.markdown(SampleIncident.justOpened())).contains("Not contained");
        assertThat(Drafts.toUser(SampleIncident.killed()).text())
                .contains("still working")
                .doesNotContain("replaced your password");
    }

    @Test
    void a_step_that_was_killed_shows_as_not_ended() {
        assertThat(IncidentReport.markdown(SampleIncident.killed()))
                .contains("did not end")
                .contains("no answer");
    }

    @Test
    void lists_empty_fields_and_undecided_things_as_work() {
        String markdown = IncidentReport.markdown(SampleIncident.whole());

        assertThat(markdown)
                .contains("- [ ] Call Anna Berg")
                .contains("- [ ] Decide about the delegate")
                .contains("- [ ] Let 2 re-checks run")
                .contains("- [ ] Fill in the fields below: Mail and files touched")
                .contains("Root cause");
    }

    @Test
    void names_in_the_action_log_what_was_kept_before_it_was_destroyed() {
        assertThat(IncidentReport.markdown(SampleIncident.whole()).lines())
                .filteredOn(line -> line.contains("delete inbox-rule: Junk E-Mail Rule."))
                .singleElement()
                .asString()
                .contains("E-000005");
    }

    @Test
    void says_until_when_and_where_an_old_token_may_work() {
        assertThat(IncidentReport.html(SampleIncident.whole()))
                .contains("Residual access until 2026-03-02 09:")
                .contains("OneDrive synchronisation");
    }

    @Test
    void says_what_could_not_be_read() {
        assertThat(IncidentReport.markdown(SampleIncident.whole())).contains("Entra ID P1 is missing");
    }

    @Test
    void marks_an_exercise() {
        assertThat(IncidentReport.html(SampleIncident.whole())).contains("Drill: this was an exercise");
    }

    @Test
    void the_page_needs_nothing_from_outside() {
        String html = IncidentReport.html(SampleIncident.whole());

        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain(
                        "<script", "<link", "<img", "src=", "url(", "@import", "http://", "https://", "javascript:");
    }

    @Test
    void the_page_has_landmarks_headings_and_named_tables() {
        String html = IncidentReport.html(SampleIncident.whole());

        assertThat(html)
                .contains(
                        "<html lang=\"en\">",
                        "<header>",
                        "<main id=\"content\">",
                        "<nav aria-label",
                        "<footer>",
                        "role=\"img\" aria-label=\"Timeline:");
        assertThat(html.split("<table>", -1)).hasSameSizeAs(html.split("<caption>", -1));
        assertThat(html.split("<h1>", -1)).hasSize(2);
    }

    @Test
    void nothing_the_attacker_wrote_acts_in_the_page() {
        String hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u200b\u001b[31m</td></table>";
        String html = IncidentReport.html(SampleIncident.whole(hostile));

        assertThat(html)
                .doesNotContain("<script", "<img", "\u202e", "\u200b", "\u001b")
                .contains("&lt;script&gt;", "[U+202E]", "[U+200B]");
        assertThat(html.split("</table>", -1)).hasSameSizeAs(html.split("<table>", -1));
    }

    @Test
    void nothing_the_attacker_wrote_acts_in_markdown() {
        String hostile =
                "`` ` | x |\n\n# Head\n<img src=x>[a](javascript:x) ![i](http://evil.example) www.evil.example \\| \u202e";
        String markdown = IncidentReport.markdown(SampleIncident.whole(hostile));
        String clean = IncidentReport.markdown(SampleIncident.whole());

        assertThat(markdown.lines().filter(line -> line.startsWith("|")).map(IncidentReportTest::cells))
                .containsExactlyElementsOf(clean.lines()
                        .filter(line -> line.startsWith("|"))
                        .map(IncidentReportTest::cells)
                        .toList());
        assertThat(markdown.lines())
                .noneMatch(line -> line.startsWith("# Head"))
                .hasSameSizeAs(clean.lines().toList());
        assertThat(markdown).doesNotContain("\u202e");
    }

    private static int cells(String line) {
        return line.replaceAll("\\\\.", "").split("\\|", -1).length;
    }

    @Test
    void what_the_rows_tell_stands_in_it_with_its_bound_its_rows_and_who_said_whose_an_address_is() {
        ReportSource whole = SampleIncident.whole();
        for (String text : List.of(IncidentReport.html(whole), IncidentReport.markdown(whole))) {
            assertThat(text)
                    .contains("203.0.113.9")
                    .contains("jonas")
                    .contains("her hotel")
                    .contains("Sent Items")
                    .contains("drop@mail.example")
                    .contains("none: not looked at")
                    .contains("2 rows could not be read. 1 row names no messages")
                    .containsSubsequence("Damaged evidence", "E-000012", "cordon evidence verify says what is wrong")
                    .containsSubsequence("Summaries of the sign-in log that could not be read", "E-000013")
                    .containsSubsequence(
                            "Collections that cannot go on",
                            "audit-log-search bo.lund",
                            "cordon incident collect INC-20260302-K7QF --anew TEXT")
                    .contains("Annex: mail, row by row")
                    .contains(
                            "cordon respond compromised-account bo.lund@contoso.example --linked-with INC-20260302-K7QF")
                    .contains("E-000007")
                    .doesNotContain("was not searched for that");
        }
    }

    @Test
    void files_that_were_touched_stand_in_it_with_their_bound_and_in_the_timeline() {
        ReportSource whole = SampleIncident.whole();
        for (String text : List.of(IncidentReport.html(whole), IncidentReport.markdown(whole))) {
            assertThat(text)
                    .contains("Files in SharePoint and OneDrive the attacker accessed")
                    .contains("Budget")
                    .contains("SharingSet")
                    .contains("open to whoever has the link made at 2026-03-01 22:00 UTC")
                    .contains("shared from 2026-03-01 22:00 UTC on, until that is taken back")
                    .contains("Shared 1 file in SharePoint or OneDrive");
        }
    }

    @Test
    void a_report_without_rows_says_that_nothing_was_looked_at_and_what_brings_them() {
        assertThat(IncidentReport.markdown(SampleIncident.withoutRows()))
                .contains("Nothing was looked at")
                .contains("cordon incident collect INC-20260302-K7QF")
                .contains("cordon evidence import FILE --incident INC-20260302-K7QF")
                .contains("Files that were brought by hand")
                .doesNotContain("Annex: mail")
                .doesNotContain("No access of mail");
    }

    @Test
    void what_left_by_the_trace_and_what_was_done_in_the_directory_stand_in_it_with_whose_hand_it_was() {
        ReportSource whole = SampleIncident.whole();
        for (String text : List.of(IncidentReport.html(whole), IncidentReport.markdown(whole))) {
            assertThat(text)
                    .contains("Mail that left while the attacker was in the mailbox")
                    .contains("2 mails: 1 shown to be the attacker")
                    .contains("of 1 no row shows whose hand it was. 2 more")
                    .contains("payments@customer.example")
                    .contains("Overdue")
                    .contains("sent; no row shows whose hand it was")
                    .contains("forwarded to where the attacker had it sent")
                    .containsSubsequence(
                            "Looked for under",
                            "a.berg@contoso.example",
                            "and no other address, in 5 rows of the message trace until 2026-03-01 22:05 UTC")
                    .contains("What was done in the directory")
                    .contains("Update user")
                    .contains("denied")
                    .doesNotContain("Acts of this response may stand among those")
                    .containsSubsequence("3 rows show what Cordon", "own application did, known by its ids.")
                    .containsSubsequence("journal does not show Cordon at work", "Set-Mailbox")
                    .contains("no address")
                    .contains("In the directory: Update user, 1 time until")
                    .contains("3 mails left ")
                    .doesNotContain("Not wholly read");
        }
    }

    @Test
    void what_could_not_be_read_of_a_log_is_said_beside_what_was_found_in_it() {
        String text = IncidentReport.markdown(SampleIncident.withLogsNotRead());

        String trace = between(text, "Not wholly read: message trace", "Mail that left while");
        assertThat(trace)
                .contains("not permitted")
                .contains("No role lets us read the trace.")
                .contains("Message trace, received")
                .contains("not ended")
                .contains("4 rows of it came.");
        assertThat(between(text, "Not wholly read: directory audit", "What was done in the directory"))
                .contains("Directory audit log, what was done to it")
                .contains("cut off")
                .contains("The answer broke off.")
                .doesNotContain("what it did");
        assertThat(between(text, "Not wholly read: sign-ins", "Whose the addresses"))
                .contains("not licensed")
                .contains("Entra ID P1 is missing.");
        assertThat(between(text, "Not wholly read: audit log", "Mail the attacker accessed"))
                .contains("late")
                .contains("Rows of all its time may still arrive.")
                .doesNotContain("Refused for the queries.");
        assertThat(text).contains("none: not read");
    }

    @Test
    void what_is_none_and_how_many_is_told_through_the_time_the_log_is_complete_and_not_until_its_newest_row() {
        ReportSource source = SampleIncident.withLateLog();
        String text = IncidentReport.markdown(source);

        assertThat(text)
                .contains(
                        "None, in 12 rows of the audit log, complete through 2026-03-01 21:05 UTC (rows since then may"
                                + " still arrive).")
                .contains("Counted in 3 rows of the directory audit, complete through")
                .doesNotContain("audit log until");
        assertThat(between(text, "Not wholly read: audit log", "Mail the attacker accessed"))
                .contains("Complete through 2026-03-01 21:05:00 UTC; rows since then may still arrive.");
        assertThat(String.join(" ", new Narrative(source).summary()))
                .contains("1 that he sent (through 2026-03-01 21:05 UTC; more may arrive)");
    }

    @Test
    void a_log_that_is_asked_again_stays_complete_through_the_time_that_was_known_before() {
        ReportSource source = SampleIncident.withLogAskedAgain();
        String text = IncidentReport.markdown(source);

        assertThat(text)
                .contains("None, in 12 rows of the audit log, complete through 2026-03-01 21:05 UTC, but not wholly"
                        + " read (still running).");
        assertThat(between(text, "Not wholly read: audit log", "Mail the attacker accessed"))
                .contains("It is complete through 2026-03-01 21:05:00 UTC.");
        assertThat(String.join(" ", new Narrative(source).summary()))
                .contains("1 that he sent (through 2026-03-01 21:05 UTC; not wholly read)");
    }

    @Test
    void the_summary_stays_short_where_a_log_is_late() {
        assertThat(String.join(" ", new Narrative(SampleIncident.withLateLog()).summary())
                        .split("\\s+"))
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void only_a_log_that_was_wholly_read_is_said_to_have_no_row_and_the_others_are_named_with_the_reason() {
        String text = IncidentReport.markdown(SampleIncident.withOneLogReadWithoutRows());

        assertThat(text)
                .contains("No other account, mailbox, application, device or mail route: the directory audit was read"
                        + " and has no row. Not read, or not wholly: audit log (not permitted), sign-ins (cut off).")
                .contains(
                        "Not looked at: no row of the audit log is stored. Not read, or not wholly: audit log (not permitted).");
    }

    @Test
    void what_one_channel_could_not_bring_is_missing_where_the_other_was_asked_for_less_of_the_time() {
        String text = IncidentReport.markdown(SampleIncident.withOneLogReadWithoutRows());

        assertThat(between(text, "Not wholly read: audit log", "Mail the attacker accessed"))
                .contains("Refused for the queries.")
                .containsSubsequence("by Exchange's search", "Rows of all its time may still arrive.");
    }

    private static String between(String text, String from, String until) {
        assertThat(text).contains(from);
        String rest = text.substring(text.indexOf(from));
        assertThat(rest).contains(until);
        return rest.substring(0, rest.indexOf(until));
    }

    @Test
    void a_log_that_was_asked_for_in_vain_is_told_from_one_that_nobody_asked_for_where_no_row_came_at_all() {
        ReportSource notRead = SampleIncident.withLogsNotRead();
        ReportSource source = new ReportSource(
                notRead.state(),
                notRead.entries(),
                List.of(),
                notRead.journalHead(),
                notRead.custodyHead(),
                Optional.empty(),
                Optional.of(SampleRows.none(SampleIncident.ID)),
                Optional.empty(),
                List.of(),
                notRead.frame());

        assertThat(between(IncidentReport.markdown(source), "Nothing was looked at", "Logs that were collected"))
                .contains("Not wholly read: message trace")
                .contains("No role lets us read the trace.")
                .contains("Entra ID P1 is missing.");
    }

    @Test
    void imported_evidence_alone_is_reported_with_its_facts_and_without_a_claim_of_any_response() {
        ReportSource imported = SampleIncident.imported();
        for (String text : List.of(IncidentReport.html(imported), IncidentReport.markdown(imported))) {
            assertThat(text)
                    .contains("Imported evidence: anna.berg")
                    .contains("No response was run")
                    .contains("None was carried out.")
                    .contains("since 2026-03-01 22:00 UTC or earlier, by the stored rows")
                    .contains("Contained elsewhere")
                    .contains("Files that were brought by hand")
                    .contains("payments@customer.example")
                    .contains("INC-20260301-ABCD")
                    .contains("the same sender")
                    .doesNotContain("was reported as compromised")
                    .doesNotContain("followed as written")
                    .doesNotContain("Nothing was found.")
                    .doesNotContain("cordon incident collect")
                    .doesNotContain("no sign-in stood out");
        }
        assertThat(IncidentReport.pdf(imported)).isNotEmpty();
    }

    @Test
    void with_rows_of_the_sign_ins_only_nothing_is_said_to_be_none_that_only_the_audit_log_could_show() {
        ReportSource source = SampleIncident.signInsOnly();
        String text = IncidentReport.markdown(source);

        assertThat(text)
                .contains("No row of the audit log was looked at, so what mail was accessed or sent is unknown")
                .contains("the unified audit log was not searched")
                .contains("Not looked at: no row of the audit log is stored")
                .contains("not recorded")
                .contains("No other account, mailbox, application, device or mail route, in 1 row of the sign-ins")
                .doesNotContain("that he sent")
                .doesNotContain("None, in")
                .doesNotContain("0 times");
        assertThat(String.join(" ", new Narrative(source).summary()).split("\\s+"))
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void any_stage_of_a_response_can_be_reported() {
        ReportSource whole = SampleIncident.whole();
        for (int length = 1; length <= whole.entries().size(); length++) {
            var prefix = whole.entries().subList(0, length);
            ReportSource source = new ReportSource(
                    dev.cordon.procedure.journal.RunState.of(prefix),
                    prefix,
                    List.of(),
                    whole.journalHead(),
                    whole.custodyHead(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    whole.frame());

            assertThat(IncidentReport.html(source)).endsWith("</html>\n");
            assertThat(Drafts.toManager(source).text()).contains("INC-20260302-K7QF");
        }
    }

    @Test
    void the_timeline_joins_the_attackers_sign_ins_from_one_place() {
        List<TimelineEntry> attack =
                IncidentTimeline.of(
                                SampleIncident.whole().entries(),
                                SampleIncident.whole().attack())
                        .stream()
                        .filter(entry -> entry.lane() == TimelineEntry.Lane.ATTACKER)
                        .toList();

        assertThat(attack).hasSize(2);
        assertThat(attack.getLast().text()).contains("7 times until");
        assertThat(attack.getFirst().confidence()).isEqualTo("unknown");
    }

    @Test
    void refused_sign_ins_are_one_line_that_says_so() {
        ReportSource source = SampleIncident.askedAgain();

        assertThat(IncidentTimeline.milestones(source.entries(), source.attack()))
                .extracting(TimelineEntry::text)
                .filteredOn(text -> text.contains("203.0.113.9"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("REFUSED: tried to sign in from 203.0.113.9 (NL) with axios/1.7 and 1 other program")
                .contains("31 times until 2026-03-02 08:06 UTC, and none got in");
        assertThat(AttackerRows.of(SampleRows.of(SampleIncident.ID, "").reconstruction()))
                .extracting(TimelineEntry::text)
                .anyMatch(text -> text.equals("REFUSED: 31 sign-ins from 203.0.113.9 between 2026-03-01 22:00 UTC and"
                        + " 2026-03-01 22:05 UTC as anna.berg@contoso.example, bo.lund@contoso.example; none got in."
                        + " By the rows of the audit log."))
                .anyMatch(text -> text.contains("4 rows until 2026-03-01 22:05 UTC, 1 of them refused sign-ins."));
        assertThat(IncidentReport.html(source)).contains("7 sign-ins of the attacker and 31 that were refused");
    }

    @Test
    void what_the_journal_says_of_one_log_again_and_again_is_one_line_with_the_first_and_the_last_time() {
        ReportSource source = SampleIncident.askedAgain();

        assertThat(IncidentTimeline.milestones(source.entries(), source.attack()))
                .extracting(TimelineEntry::text)
                .filteredOn(text -> text.startsWith("Collected "))
                .hasSize(2)
                .first()
                .asString()
                .contains("Collected audit-log-search", ": complete, 4 rows")
                .contains("Said 40 times from 2026-03-02 08:1", " to 2026-03-02 14:4");
        assertThat(IncidentTimeline.of(source.entries(), source.attack()))
                .filteredOn(entry -> entry.text().startsWith("Collected "))
                .hasSize(41);
        assertThat(IncidentReport.markdown(source)).contains("cordon incident timeline INC-20260302-K7QF --json");
    }

    @Test
    void its_summary_names_what_the_attacker_set_and_what_of_it_is_not_gone() {
        String summary = String.join(" ", new Narrative(SampleIncident.hisRoles("")).summary());

        assertThat(summary)
                .contains(
                        "Judged to be set by him: the roles “Global Administrator”, “Exchange Administrator” and 1 more,"
                                + " 2 transport rules, a mail connector (not removed) and forwarding of the mailbox.");
        assertThat(String.join(" ", new Narrative(SampleIncident.whole()).summary()))
                .contains("Judged to be set by him: forwarding of the mailbox.");
        assertThat(String.join(" ", new Narrative(SampleIncident.killed()).summary()))
                .doesNotContain("set by him");
    }

    @Test
    void a_role_that_the_attacker_gave_and_that_is_gone_is_not_called_one_that_the_account_holds() {
        assertThat(IncidentReport.markdown(SampleIncident.hisRoles("")))
                .contains("The account holds an administrator's role. Look at it. So it was at that time. Since then:"
                        + " 3 roles were judged to be given by the attacker, and all were removed")
                .contains("no other stands among what was found.");
    }

    @Test
    void written_when_the_last_token_is_dead_it_says_so_everywhere() {
        ReportSource source = SampleIncident.longAfter();

        assertThat(IncidentReport.markdown(source))
                .contains("Residual access: over")
                .contains("no token from before works any more")
                .contains("The last of them died at")
                .doesNotContain("a token from before may still work")
                .doesNotContain("could still work");
        assertThat(Drafts.toManager(source).text()).contains("no token from before works any more");
    }

    @Test
    void a_step_took_as_long_in_the_picture_as_in_the_table() {
        String html = IncidentReport.html(SampleIncident.whole());

        // By the tenant's clock 26 s lay between its beginning and its end.
        assertThat(html).contains("Took (wall time)").contains(">31 s</text>");
    }

    @Test
    void the_drafts_tell_the_facts_and_put_the_telephone_first() {
        Draft user = Drafts.toUser(SampleIncident.whole());
        Draft manager = Drafts.toManager(SampleIncident.whole());

        assertThat(user.text())
                .startsWith("BY TELEPHONE FIRST")
                .contains("replaced your password")
                .contains("delegate: bo.lund@contoso.example")
                .containsSubsequence("bo.lund@contoso.example", "iPhone 15")
                .doesNotContain("Default");
        assertThat(manager.text())
                .contains("4 things that were judged the attacker's are gone")
                .contains("Until 2026-03-02 09:");
    }

    @Test
    void a_draft_that_cannot_list_everything_says_how_much_more_there_is_and_where_it_stands() {
        int all = 9
                + (int) Drafts.toUser(SampleIncident.whole())
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("   - "))
                        .count();

        assertThat(Drafts.toUser(SampleIncident.withTelephones(9)).text().lines())
                .filteredOn(line -> line.startsWith("   "))
                .hasSize(Math.min(all, 13));
        assertThat(Drafts.toUser(SampleIncident.withTelephones(20)).text())
                .contains("   (and " + (all + 11 - 12) + " more: they stand in the report beside this draft, section 4")
                .contains("\"Found in the account\"");
        assertThat(IncidentReport.markdown(SampleIncident.withTelephones(20)))
                .contains("4. Containment", "Found in the account", "telephone 20");
        assertThat(Drafts.toUser(SampleIncident.whole()).text()).doesNotContain("more: they stand");
    }

    @Test
    void a_report_says_where_nobody_said_what_made_him_look() {
        String markdown = IncidentReport.markdown(SampleIncident.notSaid());

        assertThat(markdown).contains("what raised the alarm was not recorded").doesNotContain("another source");
        assertThat(IncidentReport.markdown(SampleIncident.whole()))
                .contains("through a high-severity notification")
                .doesNotContain("not said through what");
    }

    @Test
    void the_drafts_about_a_shared_mailbox_speak_to_those_who_work_with_it() {
        Draft user = Drafts.toUser(SampleIncident.sharedMailbox());
        Draft manager = Drafts.toManager(SampleIncident.sharedMailbox());

        assertThat(user.text())
                .contains(
                        "names no owner of a shared mailbox",
                        "- bo.lund@contoso.example",
                        "the shared mailbox Anna Berg")
                .doesNotContain("Hello Anna", "your work account", "set you up again");
        assertThat(manager.text())
                .contains("the shared mailbox Anna Berg", "speak to those who work with it")
                .doesNotContain("the person", "The person");
    }

    @Test
    void an_item_says_that_it_is_still_there_and_what_it_came_back_as() {
        String html = IncidentReport.html(SampleIncident.putBack());

        assertThat(html).contains("still there", "came back as", "rule-2");
        assertThat(String.join(" ", new Narrative(SampleIncident.putBack()).summary()))
                .contains("1 is still there after the clean-up");
    }

    @Test
    void what_is_gone_what_is_disabled_and_what_a_person_gave_back_are_told_apart() {
        ReportSource source = SampleIncident.givenBack();

        assertThat(String.join(" ", new Narrative(source).summary()))
                .contains(
                        "5 things that were judged the attacker's are gone; 1 is there and disabled; 1 is there again because a"
                                + " person gave it back; 1 needs a person's decision.");
        assertThat(Drafts.toManager(source).text()).contains("1 is there again because a person gave it back");
    }

    @Test
    void what_stood_in_a_place_before_is_named_for_its_own_time() {
        ReportSource source = SampleIncident.overwritten();

        assertThat(IncidentTimeline.of(source.entries(), source.attack()))
                .extracting(TimelineEntry::text)
                .contains(
                        "Forwarding “first@evil.example”: removed: gone.",
                        "Forwarding “second@evil.example”: removed: gone.");
        assertThat(IncidentReport.html(source))
                .contains(
                        "it was forwarded to <code>first@evil.example",
                        "it was forwarded to <code>second@evil.example");
    }

    @Test
    void the_sign_off_has_only_what_was_read_after_the_last_revoke() {
        String markdown = IncidentReport.markdown(SampleIncident.verifiedTwice());
        int signOff = markdown.indexOf("Sign-off: read again after the last revoke");
        int actions = markdown.indexOf("Action log");
        int readBacks = markdown.indexOf("Proofs read back along the way");

        assertThat(markdown.substring(signOff, actions))
                .contains("second reading: Inbox rules")
                .doesNotContain("of the first round");
        assertThat(markdown.substring(readBacks)).contains("Sign-off of the first round");
    }

    @Test
    void what_was_put_back_under_the_same_name_is_one_consequence() {
        String markdown = IncidentReport.markdown(SampleIncident.putBack());

        assertThat(markdown.split("mail was hidden or sent away by the rule `\\.`", -1))
                .hasSize(2);
    }

    @Test
    void a_role_that_could_not_be_named_is_told_with_the_damaged_exhibit_where_that_is_why() {
        assertThat(IncidentReport.markdown(SampleIncident.whole()))
                .contains("Roles that the attacker gave or took and that could not be named")
                .containsPattern("Add member to role\\.[^\\n]*The row does not say which role it was\\.")
                .containsPattern("Remove member from role\\.[^\\n]*E-000012[^\\n]*Its exhibit is damaged");
    }
}
