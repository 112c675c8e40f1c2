package dev.cordon.investigation.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.investigation.records.LogRecord.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers as the wire reference has them, byte for byte as a collector seals them. */
class LogPageReaderTest {
    private static final String EXCHANGE = """
            {"@odata.context":"https://outlook.office365.com/adminapi/beta/t/$metadata#Collection(Exchange.GenericHashTable)",\
            "adminapi.warnings@odata.type":"#Collection(String)","@adminapi.warnings":[],"value":[%s]}""";
    private static final String GRAPH = """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs","value":[%s],\
            "@odata.nextLink":"https://graph.microsoft.com/v1.0/next"}""";

    private final List<LogRecord> records = new ArrayList<>();
    private final List<RowDetail> details = new ArrayList<>();

    private LogPageReader.Read read(Log log, String answer) {
        records.clear();
        details.clear();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        LogPageReader.Read read = LogPageReader.read(log, bytes, (record, detail) -> {
            records.add(record);
            details.add(detail);
        });
        if (!records.isEmpty()) {
            assertThat(fromTheExhibit(bytes)).isEqualTo(records);
        }
        return read;
    }

    /** The sealed answer, read as a file: the same records with the same numbers. */
    private static List<LogRecord> fromTheExhibit(byte[] bytes) {
        List<LogRecord> again = new ArrayList<>();
        try {
            LogFile.read(() -> new ByteArrayInputStream(bytes), again::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return again;
    }

    private static String searched(String id, int place) {
        return """
                {"RecordType@data.type":"System.String","RecordType":"ExchangeItem","CreationDate@data.type":"System.DateTime",\
                "CreationDate":"2026-03-01T22:04:05.0000000","UserIds":"anna@contoso.example","Operations":"Send",\
                "AuditData":"{\\"Id\\":\\"%s\\",\\"CreationTime\\":\\"2026-03-01T22:04:05\\",\\"Operation\\":\\"Send\\",\
                \\"UserId\\":\\"anna@contoso.example\\",\\"ClientIPAddress\\":\\"[2001:db8::1]:443\\",\\"SessionId\\":\\"stolen\\",\
                \\"Item\\":{\\"Id\\":\\"i\\",\\"InternetMessageId\\":\\"<m@x>\\",\\"Subject\\":\\"Pay\\"}}",\
                "ResultIndex@data.type":"System.Int32","ResultIndex":%d,"ResultCount":3,"Identity":"%s","IsValid":true,"ObjectState":"Unchanged"}""".formatted(id, place, id);
    }

    @Test
    void a_search_of_the_unified_audit_log_has_its_rows_inside_text_and_each_has_its_number() {
        LogPageReader.Read read = read(
                Log.AUDIT_LOG,
                EXCHANGE.formatted(searched("AAAA-1", 1) + ",{\"Identity\":\"AAAA-2\",\"AuditData\":\"{\\\"Id\\\":\"},"
                        + "{\"Identity\":\"AAAA-3\",\"AuditData\":\"\"},{\"Identity\":\"AAAA-4\",\"AuditData\":null},"
                        + searched("AAAA-5", -1)));

        assertThat(read.rows()).isEqualTo(5);
        assertThat(read.records()).isEqualTo(2);
        assertThat(records).extracting(LogRecord::row).containsExactly(1L, 5L);
        assertThat(records).extracting(LogRecord::id).containsExactly("aaaa-1", "aaaa-5");
        assertThat(records.getFirst().address()).isEqualTo("2001:db8::1");
        assertThat(records.getFirst().session()).isEqualTo("stolen");
        assertThat(details.getFirst().mail().messages()).containsExactly(new MailDetail.Message("<m@x>", "Pay", ""));
        assertThat(read.unreadable())
                .containsExactly(
                        new UnreadableRow(2, "The JSON is malformed or cut off."),
                        new UnreadableRow(3, "Its AuditData is empty."),
                        new UnreadableRow(4, "It is no row of a log that is known."));
    }

    @Test
    void a_record_of_a_query_is_the_same_row_as_in_the_search() {
        read(Log.AUDIT_LOG, GRAPH.formatted("""
                {"id":"AAAA-1","createdDateTime":"2026-03-01T22:04:05Z","auditLogRecordType":"exchangeItem","operation":"Send",\
                "organizationId":"o","userType":"Regular","userId":"key","userPrincipalName":"anna@contoso.example","service":"Exchange",\
                "objectId":null,"clientIp":null,"administrativeUnits":[],"auditData":{"@odata.type":"#microsoft.graph.security.defaultAuditData",\
                "Id":"AAAA-1","CreationTime":"2026-03-01T22:04:05","Operation":"Send","ClientIPAddress":"203.0.113.9:1"}},\
                {"id":"AAAA-2","createdDateTime":"2026-03-01T22:05:05Z","operation":"Update user.","userPrincipalName":"bo@contoso.example",\
                "service":"AzureActiveDirectory","auditData":null}"""));

        assertThat(records).extracting(LogRecord::id).containsExactly("aaaa-1", "aaaa-2");
        assertThat(records.getFirst().address()).isEqualTo("203.0.113.9");
        assertThat(records.getLast().actor()).isEqualTo("bo@contoso.example");
        assertThat(records.getLast().at()).isEqualTo("2026-03-01T22:05:05Z");
    }

    @Test
    void sign_ins_of_every_kind_are_told_apart() {
        String common =
                "\"createdDateTime\":\"2026-03-01T22:04:05Z\",\"appDisplayName\":\"Office 365\",\"ipAddress\":\"203.0.113.9\","
                        + "\"status\":{\"errorCode\":0,\"failureReason\":\"Other.\",\"additionalDetails\":null}";
        read(
                Log.SIGN_INS,
                GRAPH.formatted("{\"id\":\"S-1\",\"userPrincipalName\":\"anna@contoso.example\",\"userId\":\"u\","
                        + "\"isInteractive\":true,\"servicePrincipalId\":\"\"," + common + "},"
                        + "{\"id\":\"S-2\",\"userPrincipalName\":\"anna@contoso.example\",\"sessionId\":\"s\",\"signInEventTypes\":"
                        + "[\"nonInteractiveUser\"]," + common + "},"
                        + "{\"id\":\"S-3\",\"userPrincipalName\":\"\",\"userId\":\"\",\"servicePrincipalName\":\"PerfectData\","
                        + "\"servicePrincipalId\":\"sp\",\"isInteractive\":false,\"signInEventTypes\":[\"servicePrincipal\"],"
                        + common
                        + "}"));

        assertThat(records)
                .extracting(LogRecord::operation)
                .containsExactly("Sign-in", "Sign-in (non-interactive)", "Sign-in (service principal)");
        assertThat(records)
                .extracting(LogRecord::actor)
                .containsExactly("anna@contoso.example", "anna@contoso.example", "PerfectData");
    }

    @Test
    void a_directory_audit_names_who_where_from_what_and_to_what() {
        read(Log.DIRECTORY_AUDIT, GRAPH.formatted("""
                {"id":"Directory_C1_ABCD_7","category":"UserManagement","correlationId":"C1","result":"success","resultReason":"User registered app",\
                "activityDisplayName":"User registered security info","activityDateTime":"2026-03-01T22:04:05.1234567Z",\
                "loggedByService":"Authentication Methods","operationType":"Add","initiatedBy":{"user":{"id":"u1","displayName":"Anna",\
                "userPrincipalName":"anna@contoso.example","ipAddress":"203.0.113.9","userType":"Member"},"app":null},\
                "targetResources":[{"id":"u1","displayName":null,"type":"User","userPrincipalName":"anna@contoso.example","groupType":null,\
                "modifiedProperties":[{"displayName":"StrongAuthenticationMethod","oldValue":"[]","newValue":"[6]"}]},\
                {"id":"g1","displayName":"Finance","type":"Group","modifiedProperties":[]},{"id":"x","type":"Unheard"}],\
                "additionalDetails":[{"key":"User-Agent","value":"axios/1.7"}]},\
                {"id":"Directory_C2_ABCD_8","correlationId":"C2","result":"failure","activityDisplayName":"Update user",\
                "activityDateTime":"2026-03-01T22:05:05Z","loggedByService":"Core Directory","initiatedBy":{"user":null,\
                "app":{"appId":"a1","displayName":"Sync","servicePrincipalId":"sp"}},"targetResources":[]}"""));

        assertThat(records.getFirst())
                .isEqualTo(new LogRecord(
                        Log.DIRECTORY_AUDIT,
                        "directory_c1_abcd_7",
                        Instant.parse("2026-03-01T22:04:05.1234567Z"),
                        LogRecord.ZoneRule.STATED,
                        "User registered security info",
                        "anna@contoso.example",
                        "203.0.113.9",
                        "",
                        "axios/1.7",
                        Outcome.SUCCEEDED,
                        "success, User registered app",
                        "Authentication Methods",
                        "anna@contoso.example, Finance, x",
                        1));
        assertThat(details.getFirst().directory())
                .isEqualTo(new DirectoryDetail(
                        "C1",
                        false,
                        List.of(
                                new DirectoryDetail.Target(DirectoryDetail.Type.USER, "u1", "anna@contoso.example"),
                                new DirectoryDetail.Target(DirectoryDetail.Type.GROUP, "g1", "Finance"),
                                new DirectoryDetail.Target(DirectoryDetail.Type.OTHER, "x", "x"))));
        assertThat(details.getFirst().settings()).containsEntry("strongauthenticationmethod", "[6]");
        assertThat(records.getLast().actor()).isEqualTo("Sync");
        assertThat(records.getLast().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(details.getLast().directory().byApplication()).isTrue();
        assertThat(details.getLast().application()).isEqualTo("a1");
    }

    @Test
    void a_detection_has_the_time_and_the_address_of_what_it_is_about() {
        LogPageReader.Read read = read(Log.RISK_DETECTIONS, GRAPH.formatted("""
                {"id":"R-1","riskEventType":"anomalousToken","riskLevel":"high","riskState":"atRisk","riskDetail":"none",\
                "ipAddress":"203.0.113.9","activityDateTime":"2026-03-01T22:04:05Z","detectedDateTime":"2026-03-02T01:00:00Z",\
                "userId":"u","userPrincipalName":"anna@contoso.example","additionalInfo":"[{}]"},\
                {"id":"R-2","riskEventType":"leakedCredentials","riskLevel":"hidden","activityDateTime":null,\
                "detectedDateTime":"2026-03-02T01:00:00Z","userId":"u"},\
                {"id":"R-3","riskEventType":"generic"}"""));

        assertThat(read.unreadable()).containsExactly(new UnreadableRow(3, "It is no row of a log that is known."));
        assertThat(records.getFirst())
                .isEqualTo(new LogRecord(
                        Log.RISK_DETECTIONS,
                        "r-1",
                        Instant.parse("2026-03-01T22:04:05Z"),
                        LogRecord.ZoneRule.STATED,
                        "anomalousToken",
                        "anna@contoso.example",
                        "203.0.113.9",
                        "",
                        "",
                        Outcome.NOT_SAID,
                        "high, atRisk, none",
                        "Identity Protection",
                        "",
                        1));
        assertThat(records.getLast().at()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(records.getLast().actor()).isEqualTo("u");
    }

    @Test
    void an_alert_names_the_first_user_and_address_of_its_evidence_and_is_no_sign_in() {
        read(Log.ALERTS, GRAPH.formatted("""
                {"id":"A-1","title":"Suspicious inbox rule","severity":"medium","status":"new","category":"Persistence",\
                "determination":null,"serviceSource":"microsoftDefenderForOffice365","createdDateTime":"2026-03-01T22:04:05Z",\
                "evidence":[{"@odata.type":"#microsoft.graph.security.userEvidence","userAccount":{"userPrincipalName":\
                "anna@contoso.example"}},{"@odata.type":"#microsoft.graph.security.ipEvidence","ipAddress":"203.0.113.9"}]}"""));

        assertThat(records)
                .containsExactly(new LogRecord(
                        Log.ALERTS,
                        "a-1",
                        Instant.parse("2026-03-01T22:04:05Z"),
                        LogRecord.ZoneRule.STATED,
                        "Suspicious inbox rule",
                        "anna@contoso.example",
                        "203.0.113.9",
                        "",
                        "",
                        Outcome.NOT_SAID,
                        "medium, new",
                        "microsoftDefenderForOffice365",
                        "Persistence",
                        1));
    }

    @Test
    void a_row_of_the_message_trace_is_the_trace_with_the_recipient_whichever_way_it_came() {
        String exchange = """
                {"MessageTraceId@data.type":"System.Guid","MessageTraceId":"1341AC7B-13FB-42AB-4D44-08CF7F55890F","MessageId":"<m@x>",\
                "Received@data.type":"System.DateTime","Received":"2026-03-01T22:04:05.1234567","SenderAddress":"anna@contoso.example",\
                "RecipientAddress":"%s","Subject":"Pay","Status":"%s","FromIP":"203.0.113.9","ToIP":null,"Size":1204}""";
        LogPageReader.Read read = read(
                Log.MESSAGE_TRACE,
                EXCHANGE.formatted(exchange.formatted("Bo@contoso.example", "Delivered") + ","
                        + exchange.formatted("eve@mail.example", "FilteredAsSpam") + ","
                        + exchange.formatted("bo@contoso.example", "Expanded")));

        assertThat(read.unreadable()).isEmpty();
        assertThat(records)
                .extracting(LogRecord::id)
                .containsExactly(
                        "1341ac7b-13fb-42ab-4d44-08cf7f55890f bo@contoso.example",
                        "1341ac7b-13fb-42ab-4d44-08cf7f55890f eve@mail.example",
                        "1341ac7b-13fb-42ab-4d44-08cf7f55890f bo@contoso.example");
        assertThat(records)
                .extracting(LogRecord::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.NOT_SAID, Outcome.SUCCEEDED);
        assertThat(records.getFirst().zoneRule()).isEqualTo(LogRecord.ZoneRule.BY_SCHEMA);
        assertThat(details.getFirst().trace())
                .isEqualTo(new TraceDetail("<m@x>", "Pay", List.of("Bo@contoso.example")));
        List<String> ids = records.stream().limit(2).map(LogRecord::id).toList();

        read(Log.MESSAGE_TRACE, GRAPH.formatted("""
                {"id":"1341ac7b-13fb-42ab-4d44-08cf7f55890f","messageId":"<m@x>","senderAddress":"anna@contoso.example",\
                "recipientAddress":"bo@contoso.example","subject":"Pay","receivedDateTime":"2026-03-01T22:04:05.1234567Z",\
                "status":"delivered","fromIP":"203.0.113.9","toIP":"","size":1204},\
                {"id":"1341ac7b-13fb-42ab-4d44-08cf7f55890f","messageId":"<m@x>","senderAddress":"anna@contoso.example",\
                "recipientAddress":"eve@mail.example","subject":"Pay","receivedDateTime":"2026-03-01T22:04:05.1234567Z",\
                "status":"failed","fromIP":null,"size":1204}"""));
        assertThat(records).extracting(LogRecord::id).isEqualTo(ids);
        assertThat(records).extracting(LogRecord::outcome).containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
    }

    @Test
    void recipients_too_long_for_an_id_still_part_rows() {
        String row =
                "{\"MessageTraceId\":\"1341ac7b-13fb-42ab-4d44-08cf7f55890f\",\"Received\":\"2026-03-01T22:04:05Z\","
                        + "\"SenderAddress\":\"a@x\",\"RecipientAddress\":\"%s@contoso.example\",\"Status\":\"Delivered\"}";
        String name = "n".repeat(300);
        read(
                Log.MESSAGE_TRACE,
                EXCHANGE.formatted(
                        row.formatted(name + "a") + "," + row.formatted(name + "b") + "," + row.formatted(name + "A")));

        assertThat(records).extracting(LogRecord::id).allMatch(id -> id.startsWith("sha256:"));
        assertThat(records.get(0).id())
                .isEqualTo(records.get(2).id())
                .isNotEqualTo(records.get(1).id());
    }

    @Test
    void an_answer_without_a_listing_has_no_rows_and_an_empty_page_neither() {
        for (String answer : List.of(
                "{\"@odata.context\":\"x\",\"id\":\"q\",\"createdDateTime\":\"2026-03-01T22:04:05Z\",\"status\":\"running\"}",
                EXCHANGE.formatted(""),
                "{\"value\":null}",
                "[]",
                "{}")) {
            assertThat(read(Log.AUDIT_LOG, answer)).as(answer).isEqualTo(new LogPageReader.Read(0, List.of()));
        }
    }

    @Test
    void the_first_row_may_be_one_that_cannot_be_read_and_a_row_of_another_log_is_none_of_this_one() {
        String signIn =
                "{\"id\":\"S-1\",\"createdDateTime\":\"2026-03-01T22:04:05Z\",\"ipAddress\":\"1.1.1.1\",\"status\":{\"errorCode\":0}}";
        LogPageReader.Read read = read(Log.SIGN_INS, GRAPH.formatted("{\"odd\":1},7," + signIn));
        assertThat(records).extracting(LogRecord::row).containsExactly(3L);
        assertThat(read.unreadable()).extracting(UnreadableRow::row).containsExactly(1L, 2L);

        assertThat(LogPageReader.read(
                                Log.AUDIT_LOG,
                                GRAPH.formatted(signIn).getBytes(StandardCharsets.UTF_8),
                                (record, detail) -> {})
                        .unreadable())
                .containsExactly(new UnreadableRow(1, "It is a row of another log."));
    }

    @Test
    void what_is_no_whole_answer_is_refused_with_its_place() {
        String page = EXCHANGE.formatted(searched("AAAA-1", 1));
        for (String broken : List.of(page.substring(0, page.length() - 2), "<html>", "", page + "{}", "\u0000")) {
            assertThatThrownBy(() -> read(Log.AUDIT_LOG, broken))
                    .as(broken)
                    .isInstanceOfSatisfying(
                            MalformedLogFileException.class,
                            refused -> assertThat(refused.place()).matches("(row|byte|before byte) .*"));
        }
    }

    @Test
    void a_page_of_five_thousand_rows_is_read_with_all_its_rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 5_000; i++) {
            rows.append(i == 1 ? "" : ",").append(searched("AAAA-" + i, i));
        }
        assertThat(read(Log.AUDIT_LOG, "\n " + EXCHANGE.formatted(rows)).records())
                .isEqualTo(5_000);
        assertThat(records.getLast().row()).isEqualTo(5_000);
    }
}
