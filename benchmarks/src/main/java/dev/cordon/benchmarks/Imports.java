package dev.cordon.benchmarks;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Intake;
import dev.cordon.evidence.Provenance;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.store.Store;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An audit log parsed, hashed and stored, against Gson's reader that reads the tokens of the same records on one thread, those inside
 * AuditData included, and does nothing with them. In turns, in one run.
 */
final class Imports {
    /** What the issue asks for. */
    private static final double BAR = 3;

    private static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    private static final int TURNS = 3;

    private Imports() {}

    static List<Result> measure(int records) throws IOException {
        Path folder = Files.createTempDirectory("cordon-imports");
        try {
            Path lines = folder.resolve("records.jsonl");
            Path table = folder.resolve("records.csv");
            write(records, lines, table);
            return measure(records, folder, lines, table);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Result> measure(int records, Path folder, Path lines, Path table) throws IOException {
        List<Double> tokens = new ArrayList<>();
        List<Double> ofLines = new ArrayList<>();
        List<Double> ofTable = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            tokens.add(timed(() -> tokenise(lines)));
            Path data = folder.resolve("data-" + turn);
            ofLines.add(timed(() -> stored(lines, data.resolve("lines"), records)));
            ofTable.add(timed(() -> stored(table, data.resolve("table"), records)));
        }
        String size = records + " records, " + Files.size(lines) / 1_000_000 + " MB of JSON Lines, "
                + Files.size(table) / 1_000_000 + " MB of CSV; the middle one of " + TURNS + " turns";
        return List.of(
                Result.ratio(
                        "import of JSON Lines, against their tokens",
                        middle(ofLines),
                        middle(tokens),
                        Optional.of(BAR),
                        size),
                Result.ratio(
                        "import of the same as CSV, against the same tokens",
                        middle(ofTable),
                        middle(tokens),
                        Optional.of(BAR)));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double timed(Work work) throws IOException {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }

    private static void write(int records, Path lines, Path table) throws IOException {
        try (BufferedWriter json = Files.newBufferedWriter(lines);
                BufferedWriter csv = Files.newBufferedWriter(table)) {
            csv.write("RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\r\n");
            for (int i = 0; i < records; i++) {
                String id = new UUID(0x9e3779b97f4a7c15L * i, 0x8000000000000000L | i).toString();
                String at = Instant.parse("2026-01-01T00:00:00Z")
                        .plusSeconds(i)
                        .toString()
                        .substring(0, 19);
                String data = auditData(id, at, i);
                json.write(
                        "{\"RecordType\":\"ExchangeItemAggregated\",\"CreationDate\":\"" + at + "Z\",\"UserIds\":\"user"
                                + i % 200 + "@contoso.example\",\"Operations\":\"MailItemsAccessed\",\"AuditData\":\""
                                + data.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"ResultIndex\":" + i % 5000
                                + ",\"ResultCount\":5000,\"Identity\":\"" + id
                                + "\",\"IsValid\":true,\"ObjectState\":\"Unchanged\"}\n");
                csv.write(id + "," + at + ".0000000Z,50,MailItemsAccessed,user" + i % 200 + "@contoso.example,\""
                        + data.replace("\"", "\"\"") + "\",\r\n");
            }
        }
    }

    private static String auditData(String id, String at, int i) {
        String user = "user" + i % 200 + "@contoso.example";
        return "{\"AppAccessContext\":{\"AADSessionId\":\"" + id + "\",\"IssuedAtTime\":\"" + at
                + "\",\"UniqueTokenId\":\"tok-" + i + "\"},\"CreationTime\":\"" + at + "\",\"Id\":\"" + id
                + "\",\"Operation\":\"MailItemsAccessed\",\"OrganizationId\":\"0b8f4d6e-0000-4000-8000-000000000002\","
                + "\"RecordType\":50,\"ResultStatus\":\"Succeeded\",\"UserKey\":\"100320000000" + i % 200
                + "\",\"UserType\":0,\"Version\":1,\"Workload\":\"Exchange\",\"UserId\":\"" + user
                + "\",\"AppId\":\"00000002-0000-0ff1-ce00-000000000000\",\"ClientIPAddress\":\"203.0.113." + i % 250
                + "\",\"ClientInfoString\":\"Client=REST;Client=RESTSystem;;\",\"ExternalAccess\":false,\"InternalLogonType\":0,"
                + "\"LogonType\":0,\"LogonUserSid\":\"S-1-5-21-" + i + "\",\"MailboxGuid\":\"" + id
                + "\",\"MailboxOwnerUPN\":\"" + user
                + "\",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"},"
                + "{\"Name\":\"IsThrottled\",\"Value\":\"False\"}],\"OrganizationName\":\"contoso.onmicrosoft.example\","
                + "\"OriginatingServer\":\"AM0PR01 (15.20.4200.000)\\r\\n\",\"Folders\":[{\"FolderItems\":[{\"Id\":\"RgAAAA"
                + id
                + "\",\"InternetMessageId\":\"<" + id + "@contoso.example>\",\"SizeInBytes\":" + (1000 + i % 9000)
                + "}],\"Id\":\"LgAAAA" + id + "\",\"Path\":\"\\\\Inbox\"}],\"OperationCount\":1}";
    }

    private static void tokenise(Path lines) throws IOException {
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

    private static void stored(Path file, Path data, int records) throws IOException {
        try (Store store = Store.open(data, InstantSource.system());
                InputStream bytes = Files.newInputStream(file);
                Intake intake = store.vault().receive(bytes);
                LogRecords.Batch rows = store.records().begin()) {
            LogFile.Read read = LogFile.read(intake::open, rows::add);
            Exhibit exhibit = intake.seal(
                    INCIDENT,
                    new Provenance(
                            "imported-audit-log",
                            "records",
                            "benchmark",
                            Optional.empty(),
                            InstantSource.system().instant(),
                            read.mediaType()));
            LogRecords.Counts counts = rows.keep(INCIDENT, exhibit.id());
            if (counts.unique() != records || !read.unreadable().isEmpty()) {
                throw new IllegalStateException("not every record was kept: " + counts);
            }
        }
    }
}
