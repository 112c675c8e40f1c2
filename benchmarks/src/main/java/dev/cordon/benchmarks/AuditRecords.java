package dev.cordon.benchmarks;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Records of the unified audit log that are made up, and the yardstick: Gson's reader that reads their tokens on one thread. */
final class AuditRecords {
    private AuditRecords() {}

    /** One record. */
    record Made(String operation, String data) {}

    /** Makes the record of that number. */
    interface Maker {
        Made make(String id, String at, int number);
    }

    /** As JSON Lines and as CSV. */
    static void write(int records, Path lines, Path table, Maker maker) throws IOException {
        try (BufferedWriter json = Files.newBufferedWriter(lines);
                BufferedWriter csv = Files.newBufferedWriter(table)) {
            csv.write("RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\r\n");
            for (int i = 0; i < records; i++) {
                String id = new UUID(0x9e3779b97f4a7c15L * i, 0x8000000000000000L | i).toString();
                String at = Instant.parse("2026-01-01T00:00:00Z")
                        .plusSeconds(i)
                        .toString()
                        .substring(0, 19);
                Made made = maker.make(id, at, i);
                String data = made.data;
                json.write("{\"RecordType\":\"ExchangeItemAggregated\",\"CreationDate\":\"" + at
                        + "Z\",\"UserIds\":\"user"
                        + i % 200 + "@contoso.example\",\"Operations\":\"" + made.operation + "\",\"AuditData\":\""
                        + data.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"ResultIndex\":" + i % 5000
                        + ",\"ResultCount\":5000,\"Identity\":\"" + id
                        + "\",\"IsValid\":true,\"ObjectState\":\"Unchanged\"}\n");
                csv.write(id + "," + at + ".0000000Z,50," + made.operation + ",user" + i % 200 + "@contoso.example,\""
                        + data.replace("\"", "\"\"") + "\",\r\n");
            }
        }
    }

    /** An access to mail, of which logs are full. */
    static Made access(String id, String at, int i) {
        String user = "user" + i % 200 + "@contoso.example";
        return new Made(
                "MailItemsAccessed",
                "{\"AppAccessContext\":{\"AADSessionId\":\"" + id + "\",\"IssuedAtTime\":\"" + at
                        + "\",\"UniqueTokenId\":\"tok-" + i + "\"},\"CreationTime\":\"" + at + "\",\"Id\":\"" + id
                        + "\",\"Operation\":\"MailItemsAccessed\",\"OrganizationId\":\"0b8f4d6e-0000-4000-8000-000000000002\","
                        + "\"RecordType\":50,\"ResultStatus\":\"Succeeded\",\"UserKey\":\"100320000000" + i % 200
                        + "\",\"UserType\":0,\"Version\":1,\"Workload\":\"Exchange\",\"UserId\":\"" + user
                        + "\",\"AppId\":\"00000002-0000-0ff1-ce00-000000000000\",\"ClientIPAddress\":\"203.0.113."
                        + i % 250
                        + "\",\"ClientInfoString\":\"Client=REST;Client=RESTSystem;;\",\"ExternalAccess\":false,\"InternalLogonType\":0,"
                        + "\"LogonType\":0,\"LogonUserSid\":\"S-1-5-21-" + i + "\",\"MailboxGuid\":\"" + id
                        + "\",\"MailboxOwnerUPN\":\"" + user
                        + "\",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"},"
                        + "{\"Name\":\"IsThrottled\",\"Value\":\"False\"}],\"OrganizationName\":\"contoso.onmicrosoft.example\","
                        + "\"OriginatingServer\":\"AM0PR01 (15.20.4200.000)\\r\\n\",\"Folders\":[{\"FolderItems\":[{\"Id\":\"RgAAAA"
                        + id
                        + "\",\"InternetMessageId\":\"<" + id + "@contoso.example>\",\"SizeInBytes\":"
                        + (1000 + i % 9000)
                        + "}],\"Id\":\"LgAAAA" + id + "\",\"Path\":\"\\\\Inbox\"}],\"OperationCount\":1}");
    }

    /**
     * What a busy organisation leaves: of a hundred records 70 are accesses to mail, 15 sign-ins, three of them with a wrong password, 10 uses of
     * files, and 5 changes, one of which the service made by itself.
     */
    static Made everything(String id, String at, int i) {
        String user = "user" + i % 200 + "@contoso.example";
        return switch (i % 100) {
            case 3, 33, 63 ->
                signIn(
                        "UserLoginFailed",
                        user,
                        ",\"LogonError\":\"InvalidUserNameOrPassword\",\"ErrorNumber\":\"50126\"",
                        id,
                        at,
                        i);
            case 7, 14, 21, 28, 35, 42, 49, 56, 70, 77, 84, 91 ->
                signIn("UserLoggedIn", user, ",\"ErrorNumber\":\"0\"", id, at, i);
            case 5, 15, 25, 36, 45, 55, 65, 75, 85, 95 ->
                made(
                        "FileAccessed",
                        "SharePoint",
                        user,
                        "\"RecordType\":6,\"ItemType\":\"File\",\"ObjectId\":\"https://contoso.example/" + i
                                + "\",\"SourceFileName\":\"a.xlsx\",\"SiteUrl\":\"https://contoso.example/\",\"ClientIP\":\"203.0.113.5\"",
                        id,
                        at);
            case 50 ->
                made(
                        "New-InboxRule",
                        "Exchange",
                        user,
                        "\"RecordType\":1,\"ResultStatus\":\"True\",\"ObjectId\":\"user" + i % 200 + "\\\\rule "
                                + i + "\",\"Parameters\":[{\"Name\":\"Name\",\"Value\":\"rule " + i
                                + "\"},{\"Name\":\"From\",\"Value\":\"news@shop.example\"},{\"Name\":\"MoveToFolder\",\"Value\":\"News\"}]",
                        id,
                        at);
            case 60, 80, 90 ->
                made(
                        "Update user.",
                        "AzureActiveDirectory",
                        user,
                        "\"RecordType\":8,\"ResultStatus\":\"Success\",\"ObjectId\":\"" + user
                                + "\",\"Target\":[{\"ID\":\"" + user
                                + "\",\"Type\":5}],\"ModifiedProperties\":[{\"Name\":\"AssignedLicense\",\"NewValue\":\"[]\","
                                + "\"OldValue\":\"[]\"}]",
                        id,
                        at);
            case 40 ->
                made(
                        "Set-Mailbox",
                        "Exchange",
                        "NT AUTHORITY\\\\SYSTEM (w3wp)",
                        "\"RecordType\":1,\"UserType\":3,\"ResultStatus\":\"True\",\"ObjectId\":\"user" + i % 200
                                + "\",\"Parameters\":[{\"Name\":\"AuditEnabled\",\"Value\":\"True\"}]",
                        id,
                        at);
            default -> access(id, at, i);
        };
    }

    private static Made signIn(String operation, String user, String more, String id, String at, int i) {
        return made(
                operation,
                "AzureActiveDirectory",
                user,
                "\"RecordType\":15,\"ResultStatus\":\"Success\",\"UserType\":0,\"ClientIP\":\"203.0."
                        + i % 250 + "." + i % 199
                        + "\",\"ExtendedProperties\":[{\"Name\":\"UserAgent\",\"Value\":\"Mozilla/5.0 (Windows NT 10.0) Chrome/128.0\"},"
                        + "{\"Name\":\"RequestType\",\"Value\":\"OAuth2:Authorize\"}],\"Target\":[{\"ID\":\"00000003-0000-0000-c000-000000000000\",\"Type\":0}]"
                        + more,
                id,
                at);
    }

    private static Made made(String operation, String workload, String user, String members, String id, String at) {
        return new Made(
                operation,
                "{\"CreationTime\":\"" + at + "\",\"Id\":\"" + id + "\",\"Operation\":\"" + operation
                        + "\",\"OrganizationId\":\"0b8f4d6e-0000-4000-8000-000000000002\",\"UserKey\":\"1003200\",\"Version\":1,\"Workload\":\""
                        + workload
                        + "\",\"UserId\":\"" + user + "\"," + members + "}");
    }

    /** Reads the tokens of the lines, those inside AuditData included, and does nothing with them. */
    static void tokenise(Path lines) throws IOException {
        try (Stream<String> each = Files.lines(lines, StandardCharsets.UTF_8)) {
            long length = 0;
            for (String line : (Iterable<String>) each::iterator) {
                length += tokens(new StringReader(line), true);
            }
            if (length == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }
    }

    private static long tokens(Reader json, boolean outer) throws IOException {
        JsonReader reader = new JsonReader(json);
        reader.setStrictness(Strictness.STRICT);
        String name = "";
        long length = 0;
        for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
            switch (token) {
                case BEGIN_ARRAY -> reader.beginArray();
                case END_ARRAY -> reader.endArray();
                case BEGIN_OBJECT -> reader.beginObject();
                case END_OBJECT -> reader.endObject();
                case NAME -> name = reader.nextName();
                case STRING -> {
                    String text = reader.nextString();
                    length += text.length();
                    if (outer && name.equals("AuditData")) {
                        length += tokens(new StringReader(text), false);
                    }
                }
                case NUMBER -> length += reader.nextString().length();
                case BOOLEAN -> length += reader.nextBoolean() ? 1 : 0;
                case NULL -> reader.nextNull();
                case END_DOCUMENT -> throw new IllegalStateException("the loop has ended");
            }
        }
        return length;
    }
}
