package dev.cordon.investigation.review;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.cordon.investigation.records.LogFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A unified audit log as the portal exports it, row by row. */
final class ExportedLog {
    static final String ANNA = "anna@contoso.example";
    static final String ADMIN = "admin@contoso.example";
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<String> rows = new ArrayList<>();

    /** A command of Exchange by that person; parameters are a name and a value each. */
    ExportedLog exchange(String id, int minute, String operation, String actor, String object, String... parameters) {
        return row(id, minute, operation, "Exchange", actor, """
                "RecordType":1,"ResultStatus":"True","UserType":2,"ClientIP":"203.0.113.9:51234","ObjectId":%s,"Parameters":%s""".formatted(
                        text(object), pairs("Name", "Value", parameters)));
    }

    /** Something a mail program did in a mailbox. */
    ExportedLog program(String id, int minute, String operation, String actor, String members) {
        return row(id, minute, operation, "Exchange", actor, """
                "RecordType":2,"ResultStatus":"Succeeded","UserType":0,"LogonType":0,"MailboxOwnerUPN":%s,%s""".formatted(text(actor), members));
    }

    /** An act in the directory; properties are a name, an old and a new value each. */
    ExportedLog directory(
            String id,
            int minute,
            String operation,
            String actor,
            String object,
            String targets,
            String... properties) {
        var changed = new JsonArray();
        for (int i = 0; i < properties.length; i += 3) {
            var property = new JsonObject();
            property.addProperty("Name", properties[i]);
            property.addProperty("OldValue", properties[i + 1]);
            property.addProperty("NewValue", properties[i + 2]);
            changed.add(property);
        }
        return row(id, minute, operation, "AzureActiveDirectory", actor, """
                "RecordType":8,"ResultStatus":"Success","UserType":0,"ObjectId":%s,"Target":%s,"ModifiedProperties":%s""".formatted(
                        text(object), targets, ascii(changed.toString())));
    }

    ExportedLog failed(String id, int minute, String account, String address, String userAgent) {
        return row(id, minute, "UserLoginFailed", "AzureActiveDirectory", account, """
                "RecordType":15,"ResultStatus":"Success","UserType":0,"ClientIP":"%s","ActorIpAddress":"%s",\
                "LogonError":"InvalidUserNameOrPassword","ErrorNumber":"50126",\
                "ExtendedProperties":[{"Name":"UserAgent","Value":%s},{"Name":"RequestType","Value":"OAuth2:Token"}]""".formatted(
                        address, address, text(userAgent)));
    }

    ExportedLog signedIn(String id, int minute, String account, String address, String userAgent) {
        return row(
                id, minute, "UserLoggedIn", "AzureActiveDirectory", account, """
                "RecordType":15,"ResultStatus":"Success","UserType":0,"ClientIP":"%s","ErrorNumber":"0",\
                "ExtendedProperties":[{"Name":"UserAgent","Value":%s}]""".formatted(address, text(userAgent)));
    }

    ExportedLog row(String id, int minute, String operation, String workload, String actor, String members) {
        String time = START.plusSeconds(60L * minute).toString().substring(0, 19);
        String data = """
                {"CreationTime":"%s","Id":"%s","Operation":%s,"OrganizationId":"0b8f4d6e-0000-4000-8000-000000000002","UserKey":"1003","Workload":"%s",\
                "UserId":%s,"Version":1,%s}""".formatted(time, id, text(operation), workload, text(actor), members);
        var _ = JsonParser.parseString(data); // a test that writes no JSON tests nothing
        rows.add(id + "," + time + ".0000000Z,1,,," + cell(data) + ",,");
        return this;
    }

    /** The same rows in another order, some of them twice. */
    ExportedLog shuffled(long seed) {
        var other = new ExportedLog();
        other.rows.addAll(rows);
        other.rows.addAll(rows.subList(0, rows.size() / 2));
        Collections.shuffle(other.rows, new Random(seed));
        return other;
    }

    Review.Reviewed reviewed() {
        var review = new Review();
        into(review);
        return review.finish();
    }

    /** Hands every row over. */
    void into(Review review) {
        String head =
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n";
        byte[] bytes = (head + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            LogFile.Read read = LogFile.readAsked(() -> new ByteArrayInputStream(bytes), review::take);
            if (!read.unreadable().isEmpty()) {
                throw new IllegalStateException("a row of the test cannot be read: " + read.unreadable());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ReviewFinding> findings() {
        return reviewed().findings();
    }

    /** As JSON that is plain text whatever stands in it. */
    static String text(String text) {
        return ascii(new JsonPrimitive(text).toString());
    }

    private static String ascii(String json) {
        var plain = new StringBuilder();
        json.chars()
                .forEach(c -> plain.append(c > ' ' - 1 && c < 127 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return plain.toString();
    }

    static String pairs(String name, String value, String... texts) {
        var array = new JsonArray();
        for (int i = 0; i < texts.length; i += 2) {
            var pair = new JsonObject();
            pair.addProperty(name, texts[i]);
            pair.addProperty(value, texts[i + 1]);
            array.add(pair);
        }
        return ascii(array.toString());
    }

    /** Targets as the directory writes them: an id, a class, a name, a sign-in name. */
    static String targets(String id, String type, String name, String upn) {
        return """
                [{"ID":"%s_%s","Type":2},{"ID":"%s","Type":2},{"ID":"%s","Type":2},{"ID":%s,"Type":1}%s]""".formatted(
                        type, id, id, type, text(name), upn.isEmpty() ? "" : ",{\"ID\":" + text(upn) + ",\"Type\":5}");
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
