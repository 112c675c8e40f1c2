package dev.cordon.investigation.reconstruction;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.records.LogFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows as Microsoft's services write them, read by the way that imported files go. */
public final class AuditRowsMade {
    public static final String ANNA = "anna.berg@contoso.example";
    static final String HOME = "198.51.100.20";
    public static final String AWAY = "203.0.113.9";

    private final List<String> lines = new ArrayList<>();

    /** A row of the unified audit log by its members, without the braces. */
    public AuditRowsMade add(String id, String time, String operation, String user, String members) {
        lines.add("{\"Id\":\"" + id + "\",\"CreationTime\":\"" + time + "\",\"Operation\":\"" + operation
                + "\",\"UserId\":\"" + user + "\"" + (members.isEmpty() ? "" : "," + members) + "}");
        return this;
    }

    /** The user at his desk on several days, as a habit shows. */
    public AuditRowsMade habit(String user, String address) {
        for (int day = 1; day <= 4; day++) {
            add(
                    "habit-" + user + "-" + day,
                    "2026-02-0" + day + "T08:00:00",
                    "UserLoggedIn",
                    user,
                    "\"ActorIpAddress\":\"" + address
                            + "\",\"DeviceProperties\":[{\"Name\":\"SessionId\",\"Value\":\"desk-" + user
                            + "\"},{\"Name\":\"Id\",\"Value\":\"laptop-" + user + "\"}]");
        }
        return this;
    }

    /** A Bind of messages in the Inbox. */
    public AuditRowsMade bind(String id, String time, String where, String... messages) {
        StringBuilder items = new StringBuilder();
        for (String message : messages) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"InternetMessageId\":\"")
                    .append(message)
                    .append("\"}");
        }
        return add(
                id,
                time,
                "MailItemsAccessed",
                ANNA,
                where + ",\"Workload\":\"Exchange\",\"ResultStatus\":\"Succeeded\",\"MailboxOwnerUPN\":\"" + ANNA
                        + "\",\"OperationCount\":" + messages.length
                        + ",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"},{\"Name\":\"IsThrottled\","
                        + "\"Value\":\"False\"}],\"Folders\":[{\"Id\":\"LgAAA\",\"Path\":\"\\\\Inbox\",\"FolderItems\":["
                        + items
                        + "]}]");
    }

    public static String attacker() {
        return "\"ClientIPAddress\":\"203.0.113.9:51234\",\"SessionId\":\"Stolen-1\",\"ClientInfoString\":\"Client=REST;axios/1.7\"";
    }

    static String user() {
        return "\"ClientIPAddress\":\"198.51.100.20\",\"SessionId\":\"desk-anna.berg@contoso.example\",\"ClientInfoString\":\"Client=MSExchangeRPC\"";
    }

    List<EvidenceRow> rows() {
        return read(ExhibitId.of(7), String.join("\n", lines) + "\n");
    }

    public RowSource source() {
        List<EvidenceRow> rows = rows();
        return rows::forEach;
    }

    static List<EvidenceRow> read(ExhibitId exhibit, String text) {
        List<EvidenceRow> rows = new ArrayList<>();
        try {
            var read = LogFile.readDetailed(
                    () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    (record, detail) -> rows.add(new EvidenceRow(exhibit, record, detail)));
            if (!read.unreadable().isEmpty()) {
                throw new IllegalStateException("unreadable: " + read.unreadable());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
