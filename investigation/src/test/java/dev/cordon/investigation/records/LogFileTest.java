package dev.cordon.investigation.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFileTest {
    private static final String PORTAL =
            "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames";
    private static final String RULE = """
            {"CreationTime":"2026-03-01T22:04:05","Id":"AAAAAAAA-0000-4000-8000-00000000000a","Operation":"New-InboxRule","RecordType":1,\
            "ResultStatus":"True","Workload":"Exchange","UserId":"anna@contoso.example","ClientIP":"203.0.113.9:51234",\
            "ObjectId":"anna\\\\Junk E-Mail Rule.","Parameters":[{"Name":"MoveToFolder","Value":"RSS Feeds"}],"SessionId":"stolen"}""";

    private final List<LogRecord> records = new ArrayList<>();

    private LogFile.Read read(byte[] bytes) {
        records.clear();
        try {
            return LogFile.read(() -> new ByteArrayInputStream(bytes), records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LogFile.Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String row(String auditData) {
        return "x,2026-03-01T22:04:05.0000000Z,1,Op,user," + cell(auditData) + ",,";
    }

    private static String audit(String id, String members) {
        return "{\"CreationTime\":\"2026-03-01T22:04:05\",\"Id\":\"" + id + "\",\"Operation\":\"Op\"" + members + "}";
    }

    /** As a hostile page could be: each part takes a hundred times the memory of its three characters. */
    @Test
    void a_record_of_more_parts_than_are_held_is_unreadable_and_the_next_one_is_read() {
        String parts = "[],".repeat(100_000) + "[]";
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 100_001; i++) {
            names.append(i == 0 ? "" : ",").append("\"").append(i).append("\":0");
        }

        LogFile.Read read = read(audit("a", ",\"Folders\":[" + parts + "]") + "\n"
                + audit("b", ",\"Unknown\":{" + names + "}") + "\n"
                + audit("c", ",\"Folders\":[" + "[],".repeat(1_000) + "[]]") + "\n");

        assertThat(records).extracting(LogRecord::id).containsExactly("c");
        assertThat(read.unreadable())
                .containsExactly(
                        new UnreadableRow(1, "It has more than 100000 parts."),
                        new UnreadableRow(2, "It has more than 100000 parts."));
    }

    private void refused(byte[] bytes, String place, String reason) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(MalformedLogFileException.class, refused -> {
            assertThat(refused.place()).contains(place);
            assertThat(refused.reason()).contains(reason);
        });
    }

    private void refused(String text, String place, String reason) {
        refused(text.getBytes(StandardCharsets.UTF_8), place, reason);
    }

    @Test
    void the_portals_audit_log_with_mark_and_windows_line_breaks_becomes_typed_records() {
        LogFile.Read read = read("\ufeff" + PORTAL + "\r\n" + row(RULE) + "\r\n");

        assertThat(read.kind()).isEqualTo(LogFile.Kind.AUDIT_LOG);
        assertThat(read.rows()).isEqualTo(1);
        assertThat(read.unreadable()).isEmpty();
        assertThat(records)
                .containsExactly(new LogRecord(
                        LogRecord.Log.AUDIT_LOG,
                        "aaaaaaaa-0000-4000-8000-00000000000a",
                        Instant.parse("2026-03-01T22:04:05Z"),
                        LogRecord.ZoneRule.BY_SCHEMA,
                        "New-InboxRule",
                        "anna@contoso.example",
                        "203.0.113.9",
                        "stolen",
                        "",
                        LogRecord.Outcome.SUCCEEDED,
                        "True",
                        "Exchange",
                        "anna\\Junk E-Mail Rule.",
                        1));
    }

    @Test
    void line_breaks_and_quotes_inside_a_cell_belong_to_it() {
        read(PORTAL + "\r\n" + row(RULE.replace(",", ",\r\n  ").replace("RSS Feeds", "say \\\"hi\\\"")) + "\r\n"
                + row(RULE));

        assertThat(records).extracting(LogRecord::row).containsExactly(1L, 2L);
        assertThat(records.getFirst().address()).isEqualTo("203.0.113.9");
    }

    @Test
    void what_export_csv_writes_is_read_with_and_without_its_type_line() {
        String table = "\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\"\r\n"
                + "\"ExchangeAdmin\",\"3/1/2026 10:04:05 PM\",\"anna\",\"New-InboxRule\"," + cell(RULE) + "\r\n";

        assertThat(read("#TYPE Deserialized.Microsoft.Exchange.Data.UnifiedAuditLogEvent\r\n" + table)
                        .unreadable())
                .isEmpty();
        List<LogRecord> withType = List.copyOf(records);
        assertThat(read(table).kind()).isEqualTo(LogFile.Kind.AUDIT_LOG);
        assertThat(records).isEqualTo(withType).hasSize(1);
        assertThat(records.getFirst().at()).isEqualTo("2026-03-01T22:04:05Z");
    }

    @Test
    void other_separators_and_encodings_are_told_by_the_content() {
        String table = "RecordType;CreationDate;UserIds;Operations;AuditData\n1;x;anna;Op;" + cell(RULE) + "\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            assertThat(read(("\ufeff" + table).getBytes(charset)).rows()).isEqualTo(1);
            assertThat(records).hasSize(1);
        }
    }

    @Test
    void a_row_that_cannot_be_read_is_counted_with_its_reason_and_stops_nothing() {
        LogFile.Read read = read(String.join(
                "\n",
                PORTAL,
                row(""),
                row(RULE),
                row("{\"Id\":\"b\",\"CreationTime\":\"2026-03-"),
                row("[]"),
                row(audit("c", ",\"UserId\":\"a\",\"UserId\":\"b\"")),
                row(audit("d", ",\"UserId\":\"a\",\"USERID\":\"b\"")),
                row(audit("e", ",\"X\":" + "[".repeat(100) + "]".repeat(100))),
                row("{\"Id\":\"f\",\"CreationTime\":\"yesterday\"}"),
                "x,y",
                row(RULE),
                ""));

        assertThat(read.rows()).isEqualTo(10);
        assertThat(records).extracting(LogRecord::row).containsExactly(2L, 10L);
        assertThat(read.unreadable())
                .containsExactly(
                        new UnreadableRow(1, "Its AuditData is empty."),
                        new UnreadableRow(3, "Its AuditData: The JSON is malformed or cut off."),
                        new UnreadableRow(4, "Its AuditData: It is no JSON object."),
                        new UnreadableRow(5, "Its AuditData: A name comes twice in the JSON."),
                        new UnreadableRow(6, "Its AuditData: A name comes twice in the JSON, in another case."),
                        new UnreadableRow(7, "Its AuditData: The JSON is nested deeper than 64 levels."),
                        new UnreadableRow(
                                8, "Its time is not written as ISO 8601 has it, or lies outside 1990 to 2200."),
                        new UnreadableRow(9, "It has 2 cells where the head names 8."));
    }

    @Test
    void the_address_has_three_names_and_many_spellings() {
        read(String.join(
                "\n",
                PORTAL,
                row(audit("1", ",\"ClientIP\":\"\",\"ClientIPAddress\":\"[2001:DB8:0:0:0:0:0:1]:443\"")),
                row(audit("2", ",\"ActorIpAddress\":\"::ffff:198.51.100.7\"")),
                row(audit("3", ",\"clientip\":\"198.51.100.7:0\"")),
                row(audit("4", ",\"ClientIP\":\"2001:db8::1\",\"ActorIpAddress\":\"1.1.1.1\"")),
                row(audit("5", ",\"ClientIP\":\"<null>; drop\"")),
                row(audit("6", ",\"ClientIP\":null"))));

        assertThat(records)
                .extracting(LogRecord::address)
                .containsExactly("2001:db8::1", "198.51.100.7", "198.51.100.7", "2001:db8::1", "<null>; drop", "");
    }

    @Test
    void names_are_found_in_any_case_and_below_extended_and_device_properties() {
        read(PORTAL + "\n" + row("""
                {"creationtime":"2026-03-01T22:04:05","ID":"x","OPERATION":"UserLoginFailed","userid":"Anna@Contoso.Example",
                "ResultStatus":"Success","LogonError":"InvalidUserNameOrPassword",
                "ExtendedProperties":[{"Name":"ResultStatusDetail","Value":"Success"},{"Name":"UserAgent","Value":"axios/1.7"}],
                "DeviceProperties":[{"Name":"SessionId","Value":"s-1"}]}"""));

        LogRecord only = records.getFirst();
        assertThat(only.userAgent()).isEqualTo("axios/1.7");
        assertThat(only.session()).isEqualTo("s-1");
        assertThat(only.actor()).isEqualTo("Anna@Contoso.Example");
        assertThat(only.outcome()).isEqualTo(LogRecord.Outcome.CONTRADICTORY);
        assertThat(only.result()).isEqualTo("Success");
    }

    @Test
    void sign_ins_of_the_portal_as_csv() {
        LogFile.Read read = read("""
                Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,Application,Resource,IP address,Location,Status,\
                Sign-in error code,Failure reason,Client app,Session ID
                2026-03-01T22:04:05Z,AAAA-1,axios/1.7,c,u,Anna Berg,anna@contoso.example,Office 365,Exchange,203.0.113.9,NL,Success,None,Other.,Browser,s-1
                2026-03-01T22:05:05,AAAA-2,axios/1.7,c,u,Anna Berg,anna@contoso.example,Office 365,Exchange,203.0.113.9,NL,Failure,50126,Invalid password.,Browser,
                """);

        assertThat(read.kind()).isEqualTo(LogFile.Kind.SIGN_INS);
        assertThat(records).extracting(LogRecord::id).containsExactly("aaaa-1", "aaaa-2");
        assertThat(records)
                .extracting(LogRecord::zoneRule)
                .containsExactly(LogRecord.ZoneRule.STATED, LogRecord.ZoneRule.BY_COLUMN);
        assertThat(records)
                .extracting(LogRecord::outcome)
                .containsExactly(LogRecord.Outcome.SUCCEEDED, LogRecord.Outcome.FAILED);
        assertThat(records.getLast().result()).isEqualTo("Failure, 50126, Invalid password.");
    }

    @Test
    void a_local_time_without_a_zone_is_not_taken_for_utc() {
        LogFile.Read read = read("Date (Local),Request ID,IP address\n2026-03-01T22:04:05,a,1.1.1.1\n");

        assertThat(records).isEmpty();
        assertThat(read.unreadable()).singleElement().asString().contains("names no zone");
    }

    @Test
    void json_of_graph_and_of_the_portal_as_array_page_lines_and_single_object() {
        String signIn = """
                {"id":"S-1","createdDateTime":"2026-03-01T22:04:05.1234567Z","userPrincipalName":"anna@contoso.example","userId":"u",\
                "appDisplayName":"Office 365","resourceDisplayName":"Exchange","ipAddress":"2001:db8::1","isInteractive":false,\
                "userAgent":"axios","sessionId":"s-1","status":{"errorCode":0,"failureReason":"Other."}}""";
        String graph = """
                {"id":"A-1","createdDateTime":"2026-03-01T22:04:05Z","operation":"New-InboxRule","userId":"key",\
                "userPrincipalName":"anna@contoso.example","service":"Exchange","clientIp":null,"auditData":\
                {"@odata.type":"#microsoft.graph.security.defaultAuditData","ClientIP":"203.0.113.9:1","ResultStatus":"True"}}""";
        String classic = "{\"RecordType\":1,\"AuditData\":" + quoted(audit("A-2", "")) + "}";
        String three = signIn + "," + graph + "," + classic;
        for (String text : List.of(
                "[" + three + "]",
                "{\"@odata.context\":\"x\",\"value\":[" + three + "],\"@odata.nextLink\":null}",
                "{\n  \"value\": [" + three + "]\n}",
                signIn + "\n" + graph + "\r\n" + classic + "\n")) {
            LogFile.Read read = read(text);
            assertThat(read.rows()).as(text).isEqualTo(3);
            assertThat(read.unreadable()).isEmpty();
            assertThat(records).extracting(LogRecord::id).containsExactly("s-1", "a-1", "a-2");
            assertThat(records.get(0).operation()).isEqualTo("Sign-in (non-interactive)");
            assertThat(records.get(0).outcome()).isEqualTo(LogRecord.Outcome.SUCCEEDED);
            assertThat(records.get(1).address()).isEqualTo("203.0.113.9");
            assertThat(records.get(1).actor()).isEqualTo("anna@contoso.example");
        }
        assertThat(read(signIn).kind()).isEqualTo(LogFile.Kind.SIGN_INS);
        assertThat(read(signIn.replace(",", ",\n")).rows()).isEqualTo(1);
        assertThat(read(graph).kind()).isEqualTo(LogFile.Kind.AUDIT_LOG);
    }

    private static String quoted(String json) {
        return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Test
    void in_json_too_a_row_that_cannot_be_read_stops_nothing() {
        LogFile.Read read = read("[" + audit("1", "") + ",7," + audit("2", ",\"a\":1,\"a\":2") + ",{\"b\":1},"
                + "{\"RecordType\":1,\"AuditData\":\"\"}," + audit("3", "") + "]");

        assertThat(records).extracting(LogRecord::id).containsExactly("1", "3");
        assertThat(read.unreadable())
                .containsExactly(
                        new UnreadableRow(2, "It is no JSON object."),
                        new UnreadableRow(3, "A name comes twice in the JSON."),
                        new UnreadableRow(4, "It is no row of a log that is known."),
                        new UnreadableRow(5, "Its AuditData is empty."));
    }

    @Test
    void pictures_mails_documents_and_other_text_are_files_without_rows() {
        assertThat(read(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0})
                        .mediaType())
                .isEqualTo("image/png");
        assertThat(read("%PDF-1.7\n%\u0001").mediaType()).isEqualTo("application/pdf");
        for (String text : List.of(
                "Received: from mail.example\r\nSubject: Invoice\r\n\r\nPay.",
                "a,b,c\n1,2,3\n",
                "[Section]\nkey=value\n",
                "{\\rtf1 text}",
                "{\"fullName\":\"not a log\"}",
                "[{\"some\":\"thing\"},{\"some\":1}]",
                "<html></html>")) {
            LogFile.Read read = read(text);
            assertThat(read.kind()).as(text).isEqualTo(LogFile.Kind.FILE);
            assertThat(read.rows()).isZero();
            assertThat(read.unreadable()).isEmpty();
        }
        assertThat(records).isEmpty();
    }

    @Test
    void a_log_without_rows_is_a_log() {
        assertThat(read(PORTAL + "\r\n").kind()).isEqualTo(LogFile.Kind.AUDIT_LOG);
        assertThat(records).isEmpty();
    }

    @Test
    void what_is_cut_off_is_refused_with_the_place() {
        refused(
                PORTAL + "\n" + row(RULE) + "\nx,2026,1,Op,user,\"{\"\"Id\"\":",
                "row 2, line 3",
                "ends inside the quotes");
        refused(PORTAL + "\n" + row(RULE) + "\nx,2026,1", "row 2, line 3", "ends in the middle");
        refused("[" + audit("1", "") + ",{\"Id\":", "row 2, line 1 column", "cut off");
        refused("[" + audit("1", "") + ",", "row 1", "cut off");
        refused(audit("1", "") + "\n{\"Id\":\"2\",\"Crea", "row 2", "ends in the middle");
        refused("{\"value\":[" + audit("1", "") + "]", "row 1", "cut off");
    }

    @Test
    void what_is_cut_off_within_audit_data_is_refused_although_its_quotes_are_closed() {
        String head = "RecordId,AuditData\r\n";
        String whole = "a," + cell(audit("a", "")) + "\r\n";
        String last = "b," + cell("{\"Id\":\"b\",\"Operation\":\"");

        refused(head + whole + last, "row 2, line 3", "ends in the middle");

        LogFile.Read read = read(head + last + "\r\n" + whole);
        assertThat(records).extracting(LogRecord::id).containsExactly("a");
        assertThat(read.unreadable())
                .containsExactly(new UnreadableRow(1, "Its AuditData: The JSON is malformed or cut off."));
    }

    @Test
    void a_page_that_says_that_another_follows_is_not_all_of_it() {
        String rows = "\"value\":[" + audit("a", "") + "]";
        String next = "\"@odata.nextLink\":\"https://graph.example/v1.0/next?$skiptoken=x\"";
        for (String text : List.of(
                "{" + rows + "," + next + "}",
                "{" + next + "," + rows + "}",
                "{" + rows + "}\n{" + rows + "," + next + "}",
                "{" + rows + ",\"nextLink\":\"https://management.example/next\"}",
                "{\"value\":[]," + next + "}")) {
            assertThat(read(text).isFollowed()).as(text).isTrue();
        }
        for (String text : List.of(
                "{" + rows + "}",
                "{" + rows + ",\"@odata.nextLink\":null}",
                "{" + rows + "," + next + "}\n{" + rows + "}",
                "[" + audit("a", "," + next) + "]")) {
            assertThat(read(text).isFollowed()).as(text).isFalse();
        }
    }

    @Test
    void json_that_nobody_can_look_into_is_a_file_without_rows_and_the_reason_is_told() {
        String deep = "{\"a\":".repeat(70) + "1" + "}".repeat(70);

        LogFile.Read read = read(deep);
        assertThat(read.kind()).isEqualTo(LogFile.Kind.FILE);
        assertThat(read.rows()).isZero();
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.notes())
                .containsExactly("Value 1 could not be looked into, so that nobody knows whether it is a row of a log."
                        + " The JSON is nested deeper than 64 levels.");

        LogFile.Read log = read("[" + deep + "," + audit("a", "") + "]");
        assertThat(log.rows()).isEqualTo(2);
        assertThat(log.unreadable()).hasSize(1);
        assertThat(log.notes()).isEmpty();

        refused("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), "row 0, line 1 column", "nested far deeper");
        refused("[".repeat(5_000) + "]".repeat(5_000), "row 1, line 1 column", "nested far deeper");
    }

    @Test
    void what_its_beginning_tells_is_refused_without_reading_on() {
        var zeros = new ByteArrayInputStream(new byte[1 << 20]);

        assertThatThrownBy(() -> LogFile.refuseByBeginning(zeros))
                .isInstanceOf(MalformedLogFileException.class)
                .hasMessageContaining("byte 1");
        assertThat(zeros.available()).isGreaterThan(1 << 19);
    }

    @Test
    void what_is_malformed_as_a_whole_is_refused_with_the_place() {
        refused("", "byte 1", "empty");
        refused(
                "[" + audit("1", "") + "," + audit("2", "").replace(":", ";") + "]",
                "row 2, line 1 column",
                "malformed");
        refused("[" + audit("1", "") + "] [", "row 1, value 2, line 1", "cut off");
        refused("[" + audit("1", "") + "] end", "row 1", "something follows");
        refused("[" + audit("1", "") + "]]", "row 1", "something follows");
        refused(PORTAL + "\n" + "\"a\"b,c\n", "row 1, line 2", "closing quote");
        refused("PK\u0003\u0004zip", "byte 1", "zip");
        refused(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "byte 1", "gzip");
        refused(new byte[] {'a', 'b', 1, 0, 3}, "byte 3", "no text");
        refused(PORTAL + "\n" + row(RULE) + "\n" + "x".repeat(70_000) + "\u0000\n", "byte 7", "NUL");
        ByteArrayOutputStream latin = new ByteArrayOutputStream();
        latin.writeBytes((PORTAL + "\n" + row(RULE)).getBytes(StandardCharsets.UTF_8));
        int at = latin.size() + 1;
        latin.writeBytes(new byte[] {(byte) 0xe9, 'x'});
        refused(latin.toByteArray(), "byte " + at, "UTF-8");
    }

    @Test
    void gigantic_things_are_refused_before_they_fill_the_memory() {
        refused(PORTAL + "\n" + row("{\"Id\":\"" + "x".repeat(17 << 20)), "row 1, line 2", "");
        refused("[{\"Id\":\"" + "x".repeat(40 << 20) + "\"}]", "byte", "16 million");
        refused("[{\"a\":1" + ",\"k\":0".repeat(3 << 20) + "}]", "byte", "16 million");
        refused("AuditData" + ",c".repeat(600) + "\n", "row 0, column 513", "512");
        refused("a" + ",c".repeat(1_000_000) + "\n", "row 0, column 513", "512");
        refused("[" + "[".repeat(10_000), "row 1", "");
    }

    @Test
    void texts_that_no_database_keeps_are_made_keepable() {
        LogFile.Read read = read(PORTAL + "\n"
                + row(audit("1", ",\"UserId\":\"a\\u0000b\",\"ObjectId\":\"" + "y".repeat(5_000) + "\"")));

        assertThat(read.unreadable()).isEmpty();
        assertThat(records.getFirst().actor()).isEqualTo("a\ufffdb");
        assertThat(records.getFirst().object()).hasSize(2_000).endsWith("…");
    }

    private static final String SUMMARY =
            "origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id,"
                    + "original_client_ip,directionality,connector_id,delivery_priority";

    @Test
    void the_message_trace_of_the_admin_center_in_either_encoding_with_and_without_a_mark() {
        String table = SUMMARY + "\r\n"
                + "2026-03-01T22:04:05.1234567Z,anna@contoso.example,\"bo@contoso.example##Receive, Deliver\",\"Pay, now\",1204,<m@x>,"
                + "1341ac7b13fb42ab4d4408cf7f55890f,203.0.113.9,2,,Normal\r\n"
                + "2026-03-01T22:05:05.1234567Z,anna@contoso.example,\"bo@contoso.example##Receive, Deliver;eve@mail.example##Receive, Fail\","
                + "Hi,1204,<n@x>,2341ac7b13fb42ab4d4408cf7f55890f,,2,,Normal\r\n";
        for (byte[] bytes : List.of(
                ("\ufeff" + table).getBytes(StandardCharsets.UTF_16LE),
                table.getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + table).getBytes(StandardCharsets.UTF_8),
                table.getBytes(StandardCharsets.UTF_8),
                table.replace(',', '\t').replace("Receive\t", "Receive,").getBytes(StandardCharsets.UTF_8))) {
            LogFile.Read read = read(bytes);
            assertThat(read.kind()).isEqualTo(LogFile.Kind.MESSAGE_TRACE);
            assertThat(read.unreadable()).isEmpty();
            assertThat(records)
                    .extracting(LogRecord::id)
                    .containsExactly(
                            "1341ac7b-13fb-42ab-4d44-08cf7f55890f bo@contoso.example",
                            "2341ac7b-13fb-42ab-4d44-08cf7f55890f bo@contoso.example;eve@mail.example");
            assertThat(records)
                    .extracting(LogRecord::outcome)
                    .containsExactly(LogRecord.Outcome.SUCCEEDED, LogRecord.Outcome.NOT_SAID);
            assertThat(records.getLast().result()).isEqualTo("Receive, Deliver; Receive, Fail");
            assertThat(records.getLast().object()).isEqualTo("bo@contoso.example; eve@mail.example");
            assertThat(records.getFirst().actor()).isEqualTo("anna@contoso.example");
        }
    }

    @Test
    void the_extended_report_has_a_row_for_every_event_of_a_mail() {
        read("""
                date_time_utc,client_ip,event_id,message_id,network_message_id,recipient_address,message_subject,sender_address
                2026-03-01T22:04:05Z,,RECEIVE,<m@x>,1341ac7b-13fb-42ab-4d44-08cf7f55890f,bo@contoso.example,Pay,anna@contoso.example
                2026-03-01T22:04:06Z,,DELIVER,<m@x>,1341ac7b-13fb-42ab-4d44-08cf7f55890f,bo@contoso.example,Pay,anna@contoso.example
                """);

        assertThat(records).extracting(LogRecord::id).doesNotHaveDuplicates();
        assertThat(records).extracting(LogRecord::result).containsExactly("RECEIVE", "DELIVER");
    }

    @Test
    void a_trace_whose_times_are_written_for_a_country_is_not_guessed() {
        LogFile.Read read = read("""
                "MessageTraceId","MessageId","Received","SenderAddress","RecipientAddress","Subject","Status"
                "1","<m@x>","3/1/2026 10:04:05 PM","a@x","b@x","Pay","Delivered"
                "2","<m@x>","2026-03-01T22:04:05","a@x","b@x","Pay","Delivered"
                """);

        assertThat(read.kind()).isEqualTo(LogFile.Kind.MESSAGE_TRACE);
        assertThat(records).extracting(LogRecord::id).containsExactly("2 b@x");
        assertThat(read.unreadable()).singleElement().asString().contains("ISO 8601");
    }

    @Test
    void a_mail_that_was_pending_and_failed_later_is_told_from_one_that_another_export_words_otherwise() {
        String row = "2026-03-01T22:04:05Z,a@x,b@x,%s,<m@x>,1\n";
        read("Received,SenderAddress,RecipientAddress,Status,MessageId,MessageTraceId\n" + row.formatted("Pending")
                + row.formatted("Failed") + row.formatted("") + row.formatted("Delivered")
                + row.formatted("\"Receive, Deliver\""));

        assertThat(records).hasSize(5);
        assertThat(records.get(0).contradicts(records.get(1))).isTrue();
        assertThat(records.get(0).contradicts(records.get(2))).isFalse();
        assertThat(records.get(3).contradicts(records.get(4))).isFalse();
    }

    @Test
    void json_that_powershell_wrote_of_a_message_trace_old_and_new() {
        String row = "{\"MessageTraceId\":\"1341ac7b-13fb-42ab-4d44-08cf7f55890f\",\"MessageId\":\"\\u003cm@x\\u003e\","
                + "\"Received\":%s,\"SenderAddress\":\"anna@contoso.example\",\"RecipientAddress\":\"bo@contoso.example\","
                + "\"Subject\":\"Pay\",\"Status\":\"Delivered\",\"ToIP\":null,\"FromIP\":\"203.0.113.9\",\"Size\":1204,\"Index\":0}";
        for (String time : List.of(
                "\"2026-03-01T22:04:05.123Z\"",
                "\"2026-03-01T22:04:05.123\"",
                "\"2026-03-01T23:04:05.123+01:00\"",
                "\"\\/Date(1772402645123)\\/\"",
                "{\"value\":\"\\/Date(1772402645123)\\/\",\"DateTime\":\"Sunday, 1 March 2026\"}")) {
            byte[] oldShell = ("\ufeff[\r\n" + row.formatted(time) + "\r\n]\r\n").getBytes(StandardCharsets.UTF_16LE);
            assertThat(read(oldShell).kind()).as(time).isEqualTo(LogFile.Kind.MESSAGE_TRACE);
            assertThat(records).extracting(LogRecord::at).containsExactly(Instant.parse("2026-03-01T22:04:05.123Z"));
            assertThat(read(row.formatted(time)).unreadable()).isEmpty(); // a single row is no array
            assertThat(records)
                    .extracting(LogRecord::id)
                    .containsExactly("1341ac7b-13fb-42ab-4d44-08cf7f55890f bo@contoso.example");
        }
    }

    @Test
    void a_directory_audit_that_the_portal_exported_as_json() {
        String row =
                "{\"id\":\"Directory_C_%s\",\"activityDateTime\":\"2026-03-01T22:04:05Z\",\"activityDisplayName\":\"Update user\","
                        + "\"loggedByService\":\"Core Directory\",\"result\":\"success\",\"initiatedBy\":{\"user\":{\"userPrincipalName\":"
                        + "\"anna@contoso.example\",\"ipAddress\":\"203.0.113.9\"}},\"targetResources\":[],\"additionalDetails\":[]}";
        LogFile.Read read = read("\ufeff[" + row.formatted("1") + "," + row.formatted("2") + "]");

        assertThat(read.kind()).isEqualTo(LogFile.Kind.DIRECTORY_AUDIT);
        assertThat(records).extracting(LogRecord::id).containsExactly("directory_c_1", "directory_c_2");
    }

    @Test
    void a_log_is_known_although_its_first_rows_are_odd_and_a_page_on_one_line_by_its_rows() {
        assertThat(read("[{\"odd\":1},{\"odd\":2}," + audit("1", "") + "]").unreadable())
                .extracting(UnreadableRow::row)
                .containsExactly(1L, 2L);
        assertThat(records).hasSize(1);
        assertThat(read("{\"adminapi.warnings@odata.type\":\"x\",\"value\":[" + audit("1", "") + "]}\n")
                        .rows())
                .isEqualTo(1);
        String other = "{\"odd\":\"" + "x".repeat(100) + "\"}";
        LogFile.Read read = read("[" + (other + ",").repeat(3_000) + other + "]");
        assertThat(read.kind()).isEqualTo(LogFile.Kind.FILE);
        assertThat(read.unreadable()).isEmpty();
    }

    @Test
    void a_broken_trace_is_refused_with_its_place_as_any_other_log() {
        String row =
                "2026-03-01T22:04:05Z,a@x,\"b@x##Receive, Deliver\",s,1,<m@x>,1341ac7b13fb42ab4d4408cf7f55890f,,2,,Normal\n";
        refused(
                SUMMARY + "\n" + row + "2026-03-01T22:04:05Z,a@x,\"b@x##Rec",
                "row 2, line 3",
                "ends inside the quotes");
        refused(SUMMARY + "\n" + row + "\u0000", "byte", "no text");
        refused(SUMMARY + "\n" + row + "x".repeat(17 << 20) + "\n", "row 2", "");
        byte[] cut = (SUMMARY + "\n" + row).getBytes(StandardCharsets.UTF_16LE);
        refused(Arrays.copyOf(cut, cut.length - 1), "byte", "UTF-16LE");
    }

    @Test
    void whatever_the_first_rows_of_a_log_in_json_are_the_others_are_kept_and_a_cut_off_end_is_refused() {
        String noLog = "{\"RecordType\":2,\"AuditData\":null}";
        String two = audit("1", "") + "\n" + audit("2", "") + "\n";
        for (String text : List.of(
                "[" + noLog + "," + two.strip().replace("\n", ",") + "]",
                "[null," + two.strip().replace("\n", ",") + "]",
                "[-1 , " + two.strip().replace("\n", ",") + "]",
                "{\"Id\":\"x\"}\n" + two,
                (noLog + "\n").repeat(1_500) + two)) {
            LogFile.Read read = read(text);
            assertThat(read.kind()).isEqualTo(LogFile.Kind.AUDIT_LOG);
            assertThat(records).extracting(LogRecord::id).containsExactly("1", "2");
            assertThat(read.unreadable()).hasSize((int) read.rows() - 2).isNotEmpty();
        }
        refused("{\"Id\":\"x\"}\n" + two + "{\"broken", "row 4", "ends in the middle");
        refused((noLog + "\n").repeat(1_500) + "{\"broken", "row 1501", "ends in the middle");
        refused("[" + (noLog + ",").repeat(100_001) + audit("1", "") + "]", "row 100002", "more than 100000");
    }

    @Test
    void a_head_is_found_below_what_spreadsheets_and_portals_write_above_it() {
        String table = PORTAL + "\r\n" + row(RULE) + "\r\n" + "x,y\r\n" + row(RULE) + "\r\n";
        for (String above : List.of(
                "sep=,\r\n",
                "\r\n\n\r\n\r",
                "Exported by \"Purview\"\nOn 2026-03-02\n\n",
                "#TYPE Selected\r\n",
                "x".repeat(9_000) + "\n".repeat(19))) {
            LogFile.Read read = read("\ufeff" + above + table);
            assertThat(read.kind()).as(above).isEqualTo(LogFile.Kind.AUDIT_LOG);
            assertThat(records).extracting(LogRecord::row).containsExactly(1L, 3L);
            assertThat(read.unreadable()).extracting(UnreadableRow::row).containsExactly(2L);
        }
        refused("sep=,\n\n" + PORTAL + "\n\"a\"b,c\n", "row 1, line 4", "closing quote");
        refused("sep=,\n" + PORTAL + "\n" + row(RULE) + "\n\"x", "row 2, line 4", "ends inside");
    }

    @Test
    void what_looks_like_a_log_and_cannot_be_read_is_no_file_without_rows() {
        refused(row(RULE) + "\n", "line 1", "head");
        refused("\nRecordId,CreationDate,RecordType,Operati", "line 2", "cut off");
        refused("RecordId|AuditData\n1|{}\n", "line 1", "separates");
        refused("Date (UTC),CorrelationId,Service,Category,Activity,Result\n", "line 1", "missing");
        refused("AuditData,Id,AuditData\n1,2,3\n", "row 0, column 3", "twice");
        assertThat(read("I asked for AuditData, and for the RecordId; nobody answered.\n")
                        .kind())
                .isEqualTo(LogFile.Kind.FILE);
    }

    @Test
    void json_values_one_after_another_are_read_as_jq_and_appended_pages_have_them() {
        String first = audit("1", "").replace(",", ",\n  ");
        String second = audit("2", ",\"X\":\"]} \\\" {\"");
        String page = "{\"count\":1,\"value\":[%s]}";
        String wide = "{\"nextLink\":\"" + "a".repeat(70_000) + "\",\"value\":[" + first + "," + second + "]}";
        for (String text : List.of(
                first + "\n" + second + "\n",
                first + second,
                "[" + first + "]\n[" + second + "]",
                page.formatted(audit("1", "")) + "\n" + page.formatted(second) + "\n",
                page.formatted(first) + "\n" + page.formatted(second),
                wide,
                "{\"Records\":[" + first + "," + second + "]}")) {
            assertThat(read(text).kind()).as(text).isEqualTo(LogFile.Kind.AUDIT_LOG);
            assertThat(records).extracting(LogRecord::id).containsExactly("1", "2");
        }
        refused(first + "\n" + second.substring(0, 20), "value 2, line 1", "cut off");
    }

    @Test
    void a_first_record_that_is_longer_than_the_look_is_the_first_of_lines() {
        LogFile.Read read =
                read(audit("1", ",\"X\":\"" + "x".repeat(70_000) + "\"") + "\r\n{\"bad\n" + audit("2", "") + "\n");

        assertThat(read.mediaType()).isEqualTo("application/x-ndjson");
        assertThat(records).extracting(LogRecord::id).containsExactly("1", "2");
        assertThat(read.unreadable()).extracting(UnreadableRow::row).containsExactly(2L);
    }

    @Test
    void what_begins_as_text_and_goes_on_as_something_else_is_refused_with_the_byte() {
        String text = "Date,Request\n".repeat(6_000);
        refused(text + "\u0001", "byte 78001", "no text");
        refused(("\ufeff" + text + "\u0000").getBytes(StandardCharsets.UTF_16LE), "byte 156003", "no text");
        assertThat(read((text + "\u00e9").getBytes(StandardCharsets.ISO_8859_1)).mediaType())
                .isEqualTo("text/plain");
    }
}
