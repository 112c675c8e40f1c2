package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailFlow.Kind;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MobileDevice;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExchangeTest extends ConnectedTest {
    private static final String RULES = """
            {"value":[{"Name":"Invoices","Name@odata.type":"#String","Enabled":true,"Priority":1,"RuleIdentity":15394007230974001153,
              "RuleIdentity@odata.type":"#UInt64","SubjectContainsWords":["invoice"],"From":null,"MoveToFolder":"Rechnungen","DeleteMessage":false},
             {"Name":"Junk E-Mail Rule.","Enabled":true,"Priority":2,"RuleIdentity":15394007230974001154,"SubjectOrBodyContainsWords":["invoice"],
              "ExceptIfFrom":["x"],"ForwardTo":["\\"Drop\\" [SMTP:drop@mail.example]"],"SoftDeleteMessage":true,"MarkAsRead":true,"StopProcessingRules":true,
              "HasAttachment":true,"FlaggedForAction":false}]}
            """;

    @Test
    void a_mailbox_is_read_without_type_hints_and_without_scheme() {
        cmdlets("Get-Mailbox", Reply.json("""
                {"@odata.context":"x","adminapi.warnings@odata.type":"#Collection(String)","@adminapi.warnings":[],
                 "value":[{"ExchangeGuid@data.type":"System.Guid","ExchangeGuid":"guid-1","RecipientTypeDetails":"UserMailbox",
                  "ForwardingSmtpAddress":"smtp:drop@mail.example","ForwardingAddress":null,"DeliverToMailboxAndForward":true,
                  "GrantSendOnBehalfTo@odata.type":"#Collection(String)","GrantSendOnBehalfTo":["Bo Lund"],
                  "StsRefreshTokensValidFrom":"2026-03-02T08:07:47.0000000+00:00","AuditEnabled":true}]}"""));

        Mailbox mailbox =
                tenant.mailboxes().fetchMailbox("anna@contoso.example").value().orElseThrow();

        assertThat(mailbox.forwardingSmtpAddress()).contains("drop@mail.example");
        assertThat(mailbox.forwardings())
                .containsExactly(
                        new Forwarding(mailbox.identity(), Forwarding.Kind.SMTP_ADDRESS, "drop@mail.example", true));
        assertThat(mailbox.identity()).isEqualTo("guid-1");
        assertThat(mailbox.refreshTokensValidFrom()).isPresent();
        Asked asked = microsoft.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/adminapi/beta/" + TenantDouble.TENANT + "/InvokeCommand");
        assertThat(asked.headers()).containsEntry("x-anchormailbox", "SMTP:anna@contoso.example");
        assertThat(microsoft.tokensAsked()).hasSize(1);
    }

    @Test
    void no_mailbox_is_an_answer_and_not_an_error() {
        cmdlets("Get-Mailbox", missing());

        assertThat(tenant.mailboxes().fetchMailbox("anna@contoso.example").value())
                .isEmpty();
    }

    @Test
    void clearing_one_forwarding_address_leaves_the_other_and_that_a_copy_stays() {
        cmdlets(
                "Get-Mailbox",
                Reply.json("{\"value\":[{\"RecipientTypeDetails\":\"UserMailbox\",\"ForwardingAddress\":\"Bo Lund\","
                        + "\"ForwardingSmtpAddress\":\"smtp:drop@mail.example\"}]}"),
                "Set-Mailbox",
                Reply.json("{\"value\":[]}"));

        tenant.mailboxes().clearForwarding("anna@contoso.example", Forwarding.Kind.SMTP_ADDRESS);

        assertThat(microsoft.asked().getLast().body())
                .contains("\"ForwardingSmtpAddress\":null")
                .doesNotContain("ForwardingAddress")
                .doesNotContain("DeliverToMailboxAndForward");
    }

    @Test
    void clearing_the_last_forwarding_address_clears_that_a_copy_stays_and_tells_when_there_was_nothing_to_clear() {
        cmdlets(
                "Get-Mailbox",
                Reply.json("{\"value\":[{\"RecipientTypeDetails\":\"UserMailbox\"}]}"),
                "Set-Mailbox",
                Reply.json(
                        "{\"@adminapi.warnings\":[\"The command completed successfully but no settings of 'x' have been modified.\"],\"value\":[]}"));

        Receipt receipt = tenant.mailboxes().clearForwarding("anna@contoso.example", Forwarding.Kind.RECIPIENT);

        assertThat(microsoft.asked().getLast().body())
                .contains("\"ForwardingAddress\":null")
                .doesNotContain("ForwardingSmtpAddress")
                .contains("\"DeliverToMailboxAndForward\":false")
                .contains("\"Confirm\":false");
        assertThat(receipt.alreadyInPlace()).isTrue();
        assertThat(receipt.warnings()).hasSize(1);
    }

    @Test
    void a_success_with_an_error_beside_it_is_no_success() {
        cmdlets("Set-MailboxAutoReplyConfiguration", Reply.json("{\"@adminapi.errors\":[\"it broke\"],\"value\":[]}"));

        assertThat(refusal(() -> tenant.mailboxes().disableAutoReply("a@b.example"))
                        .reason())
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    void pages_are_asked_for_with_the_same_content_again_and_once_more_from_the_start_when_a_link_expired() {
        AtomicInteger expired = new AtomicInteger();
        microsoft.answer(request -> {
            if (request.path().endsWith("InvokeCommand")) {
                return Reply.json("{\"value\":[{\"Name\":\"one\",\"RuleIdentity\":1}],\"@odata.nextLink\":\""
                        + microsoft.address() + "/adminapi/beta/" + TenantDouble.TENANT
                        + "/InvokeCommand?$skiptoken=2\"}");
            }
            return expired.getAndIncrement() == 0
                    ? Reply.error(
                            400, "BadRequest", "Expired or Invalid pagination request. Default Expiry time is 00:30:00")
                    : Reply.json("{\"value\":[{\"Name\":\"two\",\"Guid\":\"2\"}]}");
        });

        Reading<List<MailRoute>> read = tenant.mailFlow().fetchRoutes();

        assertThat(read.isComplete()).isTrue();
        assertThat(microsoft.asked().stream().filter(each -> each.path().contains("skiptoken")))
                .allMatch(each -> each.body().contains("CmdletInput"));
        assertThat(read.value().stream().filter(each -> each.kind() == Kind.TRANSPORT_RULE))
                .extracting(MailRoute::name)
                .containsExactly("one", "two");
    }

    @Test
    void rules_keep_the_digits_of_their_identity_and_their_words() {
        cmdlets("Get-InboxRule", Reply.json(RULES));

        Reading<List<InboxRule>> read = tenant.inboxRules().fetchRules("anna@contoso.example");

        assertThat(read.isComplete()).isTrue();
        InboxRule evil = read.value().get(1);
        assertThat(evil.id()).isEqualTo("15394007230974001154");
        assertThat(evil.forwardTo()).containsExactly("\"Drop\" [SMTP:drop@mail.example]");
        assertThat(evil.conditions()).containsOnlyKeys("SubjectOrBodyContainsWords", "HasAttachment");
        assertThat(evil.exceptions()).containsOnlyKeys("ExceptIfFrom");
        assertThat(evil.deletes()).isTrue();
        assertThat(evil.hidden()).isEmpty();
        assertThat(read.value().getFirst().moveToFolder()).contains("Rechnungen");
    }

    @Test
    void compared_with_graph_the_rule_that_only_exchange_shows_is_hidden() {
        microsoft.graphClaims("\"roles\":[\"MailboxSettings.ReadWrite\"]");
        microsoft.answer(request -> {
            if (request.method().equals("GET")) {
                return Reply.json(
                        "{\"value\":[{\"id\":\"AQAAA/+=\",\"displayName\":\"Invoices\",\"sequence\":7,\"isEnabled\":true}]}");
            }
            if (request.method().equals("PATCH")) {
                return Reply.json("{\"id\":\"AQAAA/+=\"}");
            }
            return request.body().contains("Get-InboxRule") ? Reply.json(RULES) : Reply.json("{\"value\":[]}");
        });

        List<InboxRule> rules =
                tenant.inboxRules().fetchRules("anna@contoso.example").value();
        tenant.inboxRules().disable("anna@contoso.example", rules.getFirst());
        tenant.inboxRules().delete("anna@contoso.example", rules.get(1));

        assertThat(rules).extracting(InboxRule::hidden).containsExactly(Optional.of(false), Optional.of(true));
        List<Asked> asked = microsoft.asked();
        assertThat(asked.get(asked.size() - 2).path())
                .isEqualTo("/v1.0/users/anna%40contoso.example/mailFolders/inbox/messageRules/AQAAA%2F%2B%3D");
        assertThat(asked.getLast().body())
                .contains("Remove-InboxRule")
                .contains("\"Identity\":\"15394007230974001154\"")
                .contains("\"Force\":true");
    }

    @Test
    void a_rule_that_is_gone_already_is_a_receipt_that_says_so() {
        cmdlets("Get-InboxRule", Reply.json(RULES));
        InboxRule rule =
                tenant.inboxRules().fetchRules("anna@contoso.example").value().getFirst();
        cmdlets("Remove-InboxRule", missing());

        assertThat(tenant.inboxRules().delete("anna@contoso.example", rule).alreadyInPlace())
                .isTrue();
    }

    @Test
    void sweep_rules_that_cannot_be_read_leave_the_rules_incomplete() {
        microsoft.answer(request -> request.body().contains("Get-SweepRule") ? Reply.status(403) : Reply.json(RULES));

        Reading<List<InboxRule>> read = tenant.inboxRules().fetchRules("anna@contoso.example");

        assertThat(read.value()).hasSize(2);
        assertThat(((Incomplete) read.completeness()).reason())
                .contains("sweep rules")
                .contains("a role is missing");
    }

    @Test
    void delegates_leave_out_the_owner_and_what_is_inherited() {
        microsoft.answer(request -> {
            if (request.body().contains("Get-MailboxPermission")) {
                return Reply.json("""
                        {"value":[{"User":"NT AUTHORITY\\\\SELF","AccessRights":["FullAccess, ReadPermission"],"IsInherited":false},
                         {"User":"bo.lund@contoso.example","AccessRights":["FullAccess, ReadPermission"],"IsInherited":false,"Deny":false},
                         {"User":"Admins","AccessRights":["FullAccess"],"IsInherited":true}]}""");
            }
            return request.body().contains("Get-RecipientPermission")
                    ? Reply.json(
                            "{\"value\":[{\"Trustee\":\"eve@contoso.example\",\"AccessRights\":[\"SendAs\"],\"AccessControlType\":\"Allow\"}]}")
                    : Reply.json("{\"value\":[{\"GrantSendOnBehalfTo\":[\"Max\"]}]}");
        });

        List<MailboxDelegate> delegates =
                tenant.mailboxes().fetchDelegates("anna@contoso.example").value();

        assertThat(delegates)
                .extracting(MailboxDelegate::id)
                .containsExactly(
                        "mailbox|bo.lund@contoso.example", "send-as|eve@contoso.example", "send-on-behalf|max");
        assertThat(delegates.getFirst().rights()).containsExactly("FullAccess", "ReadPermission");
    }

    private static String folder(String id, String type, String content, String path) {
        return "{\"FolderId\":\"" + id + "\",\"FolderType\":\"" + type + "\",\"ContainerClass\":\"" + content
                + "\",\"FolderPath\":\"" + path.replace("\\", "\\\\") + "\"}";
    }

    private static Reply rows(String... rows) {
        return Reply.json("{\"value\":[" + String.join(",", rows) + "]}");
    }

    private static boolean asksAbout(Asked request, String cmdlet, String id) {
        return request.body().contains("\"" + cmdlet + "\"")
                && request.body().contains("\"Identity\":\"anna@contoso.example:" + id + "\"");
    }

    private long asked(String cmdlet) {
        return microsoft.asked().stream()
                .filter(request -> request.body().contains("\"" + cmdlet + "\""))
                .count();
    }

    @Test
    void folder_permissions_go_by_id_and_name_everybody_only_where_it_exceeds() {
        String odd = "/a\uF8FFb\\c:d";
        microsoft.answer(request -> {
            if (request.body().contains("Get-MailboxFolderStatistics")) {
                return rows(
                        folder("f1", "Inbox", "IPF.Note", "/Posteingang"),
                        folder("f2", "Calendar", "IPF.Appointment", "/Kalender"),
                        folder("f3", "RecoverableItemsPurges", "", "/Purges"),
                        folder("f4", "User Created", "IPF.Note", odd));
            }
            if (asksAbout(request, "Get-MailboxFolderPermission", "f1")) {
                return rows(
                        "{\"FolderName\":\"Posteingang\",\"User\":\"Default\",\"AccessRights\":[\"Reviewer\"]}",
                        "{\"User\":\"Anonymous\",\"AccessRights\":[\"None\"]}");
            }
            return asksAbout(request, "Get-MailboxFolderPermission", "f2")
                    ? rows(
                            "{\"User\":{\"DisplayName\":\"Default\"},\"AccessRights\":[\"AvailabilityOnly\"]}",
                            "{\"User\":{\"DisplayName\":\"Eve\"},\"AccessRights\":[\"Editor\"]}")
                    : rows("{\"User\":\"Max\",\"AccessRights\":[\"Owner\"]}");
        });

        Reading<List<MailboxDelegate>> read = tenant.mailboxes().fetchFolderPermissions("anna@contoso.example");

        assertThat(read.isComplete()).isTrue();
        assertThat(read.value())
                .extracting(MailboxDelegate::folderId, MailboxDelegate::folder, MailboxDelegate::trustee)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("f1", "/Posteingang", "Default"),
                        org.assertj.core.groups.Tuple.tuple("f2", "/Kalender", "Eve"),
                        org.assertj.core.groups.Tuple.tuple("f4", odd, "Max"));
        assertThat(microsoft.asked()).hasSize(4);
    }

    @Test
    void a_folder_that_is_listed_and_not_found_leaves_the_permissions_incomplete() {
        microsoft.answer(request -> request.body().contains("Get-MailboxFolderStatistics")
                ? rows(folder("f1", "Inbox", "IPF.Note", "/Inbox"), folder("f2", "User Created", "IPF.Note", "/Odd"))
                : asksAbout(request, "Get-MailboxFolderPermission", "f2")
                        ? missing()
                        : rows("{\"User\":\"Eve\",\"AccessRights\":[\"Editor\"]}"));

        Reading<List<MailboxDelegate>> read = tenant.mailboxes().fetchFolderPermissions("anna@contoso.example");

        assertThat(read.value()).extracting(MailboxDelegate::trustee).containsExactly("Eve");
        assertThat(((Incomplete) read.completeness()).reason()).contains("/Odd").doesNotContain("/Inbox");
        assertThat(asked("Get-MailboxFolderStatistics")).isEqualTo(2);
    }

    @Test
    void a_folder_that_is_gone_when_the_folders_are_read_again_has_no_permissions() {
        AtomicInteger lists = new AtomicInteger();
        microsoft.answer(request -> {
            String inbox = folder("f1", "Inbox", "IPF.Note", "/Inbox");
            if (request.body().contains("Get-MailboxFolderStatistics")) {
                return lists.incrementAndGet() == 1
                        ? rows(inbox, folder("f2", "User Created", "IPF.Note", "/Gone"))
                        : rows(inbox);
            }
            return asksAbout(request, "Get-MailboxFolderPermission", "f2") ? missing() : rows();
        });

        Reading<List<MailboxDelegate>> read = tenant.mailboxes().fetchFolderPermissions("anna@contoso.example");

        assertThat(read.isComplete()).isTrue();
        assertThat(read.answers()).hasSize(3);
    }

    private void calendars() {
        microsoft.answer(request -> {
            if (request.body().contains("Get-MailboxFolderStatistics")) {
                return rows(
                        folder("c1", "Calendar", "IPF.Appointment", "/Kalender"),
                        folder("c2", "User Created", "IPF.Appointment", "/Kalender/Team"),
                        folder("c3", "User Created", "IPF.Appointment", "/Unpublished"),
                        folder("b1", "BirthdayCalendar", "IPF.Appointment.Birthday", "/Kalender/Birthdays"),
                        folder("f1", "User Created", "IPF.Note", "/Mail"));
            }
            return rows(
                    asksAbout(request, "Get-MailboxCalendarFolder", "c3")
                            ? "{\"PublishEnabled\":false}"
                            : "{\"PublishEnabled\":true,\"DetailLevel\":\"FullDetails\",\"PublishedCalendarUrl\":\"https://x.example/"
                                    + (asksAbout(request, "Get-MailboxCalendarFolder", "c1") ? "own" : "his") + "\"}");
        });
    }

    @Test
    void every_published_calendar_is_one_thing_and_only_the_one_that_is_meant_is_ended() {
        calendars();

        Reading<List<PublishedCalendar>> read = tenant.mailboxes().fetchPublishedCalendars("anna@contoso.example");

        assertThat(read.isComplete()).isTrue();
        assertThat(read.value())
                .extracting(PublishedCalendar::folderId, PublishedCalendar::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("c1", "/Kalender: https://x.example/own"),
                        org.assertj.core.groups.Tuple.tuple("c2", "/Kalender/Team: https://x.example/his"));
        assertThat(microsoft.asked()).hasSize(4);

        tenant.mailboxes()
                .unpublishCalendar("anna@contoso.example", read.value().getLast());

        assertThat(asked("Set-MailboxCalendarFolder")).isEqualTo(1);
        assertThat(asksAbout(microsoft.asked().getLast(), "Set-MailboxCalendarFolder", "c2"))
                .isTrue();
        assertThat(microsoft.asked().getLast().body()).contains("\"PublishEnabled\":false");
    }

    @Test
    void a_calendar_that_cannot_be_looked_at_leaves_the_reading_incomplete_and_shows_the_others() {
        microsoft.answer(request -> request.body().contains("Get-MailboxFolderStatistics")
                ? rows(
                        folder("c1", "Calendar", "IPF.Appointment", "/Calendar"),
                        folder("c2", "User Created", "IPF.Appointment", "/Calendar/Team"))
                : asksAbout(request, "Get-MailboxCalendarFolder", "c1")
                        ? missing()
                        : rows("{\"PublishEnabled\":true}"));

        Reading<List<PublishedCalendar>> read = tenant.mailboxes().fetchPublishedCalendars("anna@contoso.example");

        assertThat(read.value())
                .extracting(PublishedCalendar::name)
                .containsExactly("/Calendar/Team: published, address not shown");
        assertThat(((Incomplete) read.completeness()).reason()).contains("/Calendar ");
    }

    @Test
    void an_automatic_reply_is_told() {
        cmdlets(
                "Get-MailboxAutoReplyConfiguration",
                Reply.json(
                        "{\"value\":[{\"AutoReplyState\":\"Enabled\",\"ExternalAudience\":\"All\",\"InternalMessage\":\"<b>hi</b>\"}]}"));

        assertThat(tenant.mailboxes()
                        .fetchAutoReply("anna@contoso.example")
                        .value()
                        .orElseThrow()
                        .internalMessage())
                .isEqualTo("<b>hi</b>");
    }

    @Test
    void telephones_are_told_apart_by_exchanges_own_id_and_by_nothing_they_say_of_themselves() {
        cmdlets("Get-MobileDevice", Reply.json("""
                {"@odata.context":"x","adminapi.warnings@odata.type":"#Collection(String)","@adminapi.warnings":[],
                 "value":[{"Guid@data.type":"System.Guid","Guid@odata.type":"#Guid","Guid":"6cbe1ca2-7fea-4173-beef-f53db6cfaa5d",
                  "Identity":"anna\\\\ExchangeActiveSyncDevices\\\\REST§Outlook§6CBE","DeviceId":"6CBE","FriendlyName":"Anna's iPhone",
                  "DeviceType":"Outlook","DeviceModel":"Outlook for iOS and Android","DeviceOS":"iOS 18.3","DeviceUserAgent":"Outlook-iOS/2.0",
                  "ClientType":"REST","DeviceAccessState":"Allowed","FirstSyncTime@data.type":"System.DateTime",
                  "FirstSyncTime":"2025-05-06T08:00:00.0000000+00:00","WhenCreatedUTC":"2025-07-01T00:00:00.0000000Z"},
                 {"ExchangeObjectId":"0069aec8-709b-4c04-b1cb-c6593c44a039","DeviceId":"6CBE","FriendlyName":null,"DeviceType":"Android",
                  "DeviceModel":"","DeviceUserAgent":null,"ClientType":"EAS","DeviceAccessState":"Quarantined",
                  "FirstSyncTime":"0001-01-01T00:00:00","WhenCreated":"2026-03-01T12:00:00.0000000+00:00"},
                 {"Guid":"6cbe1ca2-7fea-4173-beef-f53db6cfaa5d","FriendlyName":"the same row once more"}]}"""));

        Reading<List<MobileDevice>> read = tenant.mailboxes().fetchMobileDevices("anna@contoso.example");

        assertThat(read.isComplete()).isTrue();
        assertThat(read.value())
                .extracting(MobileDevice::id)
                .containsExactly("6cbe1ca2-7fea-4173-beef-f53db6cfaa5d", "0069aec8-709b-4c04-b1cb-c6593c44a039");
        MobileDevice known = read.value().getFirst();
        assertThat(known.since()).contains(Instant.parse("2025-05-06T08:00:00Z"));
        assertThat(known.name()).isEqualTo("Anna's iPhone");
        assertThat(known.clientType()).isEqualTo("REST");
        MobileDevice nameless = read.value().getLast();
        assertThat(nameless.firstSyncAt()).isEmpty();
        assertThat(nameless.since()).contains(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(nameless.name()).isEqualTo("Android");
        assertThat(nameless.accessState()).isEqualTo("Quarantined");
        assertThat(microsoft.asked().getFirst().body())
                .contains("\"CmdletName\":\"Get-MobileDevice\"")
                .contains("\"Mailbox\":\"anna@contoso.example\"");
        assertThat(read.answers()).hasSize(1);
    }

    @Test
    void no_telephone_is_an_answer_and_one_that_cannot_be_told_apart_is_not() {
        cmdlets("Get-MobileDevice", Reply.json("{\"value\":[]}"));
        assertThat(tenant.mailboxes().fetchMobileDevices("a@b.example").value()).isEmpty();

        for (String row : List.of(
                "{\"FriendlyName\":\"x\"}",
                "{\"Guid\":null}",
                "{\"Guid\":\"x; Remove-Mailbox y\"}",
                "7",
                "{\"Guid\":[\"6cbe1ca2-7fea-4173-beef-f53db6cfaa5d\"]}")) {
            cmdlets("Get-MobileDevice", Reply.json("{\"value\":[" + row + "]}"));
            assertThat(refusal(() -> tenant.mailboxes().fetchMobileDevices("a@b.example"))
                            .reason())
                    .isEqualTo(Reason.UNREADABLE_ANSWER);
        }
        cmdlets("Get-MobileDevice", Reply.json("{}"));
        assertThat(refusal(() -> tenant.mailboxes().fetchMobileDevices("a@b.example"))
                        .reason())
                .isEqualTo(Reason.UNREADABLE_ANSWER);
    }

    @Test
    void telephones_are_read_page_by_page_and_said_to_be_incomplete_when_cut_off() {
        microsoft.answer(request -> request.path().endsWith("InvokeCommand")
                ? Reply.json("{\"value\":[" + telephone('1') + "],\"@odata.nextLink\":\"" + microsoft.address()
                        + "/adminapi/beta/" + TenantDouble.TENANT + "/InvokeCommand?$skiptoken=2\"}")
                : Reply.json(
                        "{\"@adminapi.warnings\":[\"There are more results available than are currently displayed.\"],\"value\":["
                                + telephone('2') + "]}"));

        Reading<List<MobileDevice>> read = tenant.mailboxes().fetchMobileDevices("a@b.example");

        assertThat(read.value()).hasSize(2);
        assertThat(read.answers()).hasSize(2);
        assertThat(((Incomplete) read.completeness()).reason())
                .contains("telephones")
                .contains("more results");
    }

    private static String telephone(char digit) {
        return "{\"Guid\":\"" + "00000000-0000-4000-8000-00000000000" + digit + "\"}";
    }

    private void cmdlets(String name, Reply reply) {
        microsoft.answer(request -> request.body().contains("\"" + name + "\"") ? reply : Reply.json("{\"value\":[]}"));
    }

    private void cmdlets(String name, Reply reply, String other, Reply otherReply) {
        microsoft.answer(request -> request.body().contains("\"" + name + "\"")
                ? reply
                : request.body().contains("\"" + other + "\"") ? otherReply : Reply.json("{\"value\":[]}"));
    }

    private static Reply missing() {
        return Reply.json("""
                        {"error":{"code":"NotFound","message":"Error executing cmdlet","details":[{"code":"Context","target":"",
                        "message":"Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The operation couldn't be performed because object 'x' couldn't be found."}]}}""").with(404);
    }
}
