package dev.cordon.investigation.records;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one JSON object that a record is made of; everything else is read over, and a name that comes twice anywhere in it is
 * noticed. Filled again and again, for one thread: a million rows make no million of these.
 */
final class RawRecord {
    /** What is looked for. Names are compared without their case, which Microsoft's services do not agree on. */
    enum Field {
        ID("Id"),
        CREATION_TIME("CreationTime"),
        CREATED("createdDateTime"),
        OPERATION("Operation"),
        USER_ID("UserId"),
        USER_NAME("userPrincipalName"),
        USER_TYPE("UserType"),
        CLIENT_IP("ClientIP"),
        CLIENT_IP_ADDRESS("ClientIPAddress"),
        ACTOR_IP_ADDRESS("ActorIpAddress"),
        IP_ADDRESS("ipAddress"),
        SESSION_ID("SessionId"),
        USER_AGENT("UserAgent"),
        CLIENT_INFO("ClientInfoString"),
        RESULT_STATUS("ResultStatus"),
        LOGON_ERROR("LogonError"),
        WORKLOAD("Workload"),
        SERVICE("service"),
        OBJECT_ID("ObjectId"),
        APPLICATION("appDisplayName"),
        RESOURCE("resourceDisplayName"),
        INTERACTIVE("isInteractive"),
        EXTENDED_PROPERTIES("ExtendedProperties"),
        DEVICE_PROPERTIES("DeviceProperties"),
        APP_ACCESS("AppAccessContext"),
        STATUS("status"),
        AUDIT_DATA("AuditData"),
        RECORDS("value"),
        NEXT_LINK("@odata.nextLink"),
        TOKEN_ID("uniqueTokenIdentifier"),
        MAILBOX_OWNER("MailboxOwnerUPN"),
        MAILBOX_GUID("MailboxGuid"),
        APP_ID("AppId"),
        CLIENT_APP_ID("ClientAppId"),
        APPLICATION_ID("ApplicationId"),
        OPERATION_COUNT("OperationCount"),
        QUERY_TEXT("QueryText"),
        FOLDERS("Folders"),
        ITEM("Item"),
        AFFECTED_ITEMS("AffectedItems"),
        FOLDER("Folder"),
        DEST_FOLDER("DestFolder"),
        OPERATION_PROPERTIES("OperationProperties"),
        PARAMETERS("Parameters"),
        MODIFIED_PROPERTIES("ModifiedProperties"),
        TARGET("Target"),
        DEVICE_DETAIL("deviceDetail"),
        EVENT_TYPES("signInEventTypes"),
        SERVICE_PRINCIPAL_NAME("servicePrincipalName"),
        SERVICE_PRINCIPAL_ID("servicePrincipalId"),
        ACTIVITY_TIME("activityDateTime"),
        ACTIVITY("activityDisplayName"),
        LOGGED_BY("loggedByService"),
        RESULT("result"),
        RESULT_REASON("resultReason"),
        CORRELATION_ID("correlationId"),
        INITIATED_BY("initiatedBy"),
        TARGET_RESOURCES("targetResources"),
        ADDITIONAL_DETAILS("additionalDetails"),
        MESSAGE_TRACE_ID("MessageTraceId"),
        MESSAGE_ID("MessageId"),
        RECEIVED("Received"),
        RECEIVED_TIME("receivedDateTime"),
        SENDER("SenderAddress"),
        RECIPIENT("RecipientAddress"),
        SUBJECT("Subject"),
        FROM_IP("FromIP"),
        RISK_EVENT_TYPE("riskEventType"),
        RISK_LEVEL("riskLevel"),
        RISK_STATE("riskState"),
        RISK_DETAIL("riskDetail"),
        DETECTED("detectedDateTime"),
        TITLE("title"),
        SEVERITY("severity"),
        CATEGORY("category"),
        DETERMINATION("determination"),
        SERVICE_SOURCE("serviceSource"),
        EVIDENCE("evidence"),
        ITEM_TYPE("ItemType"),
        SHARED_WITH("TargetUserOrGroupName"),
        SHARED_WITH_TYPE("TargetUserOrGroupType"),
        ACTOR("Actor"),
        ERROR_NUMBER("ErrorNumber"),
        LOGON_TYPE("LogonType"),
        // Not names of the object itself: what is found below it.
        EXTENDED_USER_AGENT(""),
        DEVICE_SESSION(""),
        APP_SESSION(""),
        APP_TOKEN(""),
        DEVICE_ID(""),
        ERROR_CODE(""),
        FAILURE_REASON("");

        private final String spelt;

        Field(String spelt) {
            this.spelt = spelt;
        }
    }

    private static final Map<String, Field> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final int MOST_REMEMBERED = 1_000;

    static {
        Arrays.stream(Field.values())
                .filter(field -> !field.spelt.isEmpty())
                .forEach(field -> BY_NAME.put(field.spelt, field));
        BY_NAME.put("Records", Field.RECORDS); // as Azure Monitor writes pages
        BY_NAME.put("nextLink", Field.NEXT_LINK); // as Azure writes them
    }

    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final Map<Field, RawTree> trees = new EnumMap<>(Field.class);
    private final Map<String, Optional<Field>> remembered = new HashMap<>();
    private final List<Set<String>> names = new ArrayList<>();
    private @Nullable RawRecord inner;
    private boolean hasInner;
    private boolean hasStatus;
    private boolean hasPage;
    private String flaw = "";
    private int parts;

    /** Called for the elements of an array named {@code value}, where a whole document may be such a page of records. */
    interface Page {
        void records(JsonReader reader) throws IOException;
    }

    String value(Field field) {
        return values.getOrDefault(field, "");
    }

    /** The first of them that is not blank; empty text when all are. */
    String first(Field... fields) {
        for (Field field : fields) {
            String value = value(field);
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    /** What stands below that name; {@link RawTree#NOTHING} where nothing does. */
    RawTree tree(Field field) {
        return trees.getOrDefault(field, RawTree.NOTHING);
    }

    /** What is wrong with the object though it is JSON, a sentence; empty text when nothing is. */
    String flaw() {
        return hasInner && flaw.isEmpty() && inner != null ? inner.flaw : flaw;
    }

    /** The object or the text of JSON under {@code AuditData}. */
    Optional<RawRecord> auditData() {
        return hasInner ? Optional.ofNullable(inner) : Optional.empty();
    }

    /** Whether it has an object {@code status}, as a sign-in has. */
    boolean hasStatus() {
        return hasStatus;
    }

    /** Whether it has an array of records, as a page has. */
    boolean isPage() {
        return hasPage;
    }

    /** Takes over what another one holds. */
    void copy(RawRecord other) {
        values.clear();
        values.putAll(other.values);
        trees.clear();
        trees.putAll(other.trees);
        inner = other.inner;
        hasInner = other.hasInner;
        hasStatus = other.hasStatus;
        hasPage = other.hasPage;
        flaw = other.flaw;
    }

    private void clear() {
        values.clear();
        trees.clear();
        hasInner = false;
        hasStatus = false;
        hasPage = false;
        flaw = "";
        parts = 0;
    }

    /** Fills it from a text that is exactly one JSON object; where it is not, {@link #flaw()} says why. */
    void parse(String json) {
        parse(new StringReader(json));
    }

    void parse(Reader json) {
        clear();
        try {
            JsonReader reader = reader(json);
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                flaw = "It is no JSON object.";
                return;
            }
            read(reader, null);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                flaw = "Something follows the end of the JSON.";
            }
        } catch (EOFException | MalformedJsonException | IllegalStateException | NumberFormatException _) {
            flaw = "The JSON is malformed or cut off.";
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail", e);
        }
    }

    static JsonReader reader(Reader json) {
        JsonReader reader = new JsonReader(json);
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    /** Fills it from the object that comes next. */
    void read(JsonReader reader, @Nullable Page page) throws IOException {
        clear();
        Set<String> seen = namesAt(0);
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            note(seen, name);
            Field field = field(name);
            if (field == null) {
                skip(reader, 1);
            } else if (field == Field.RECORDS && page != null && reader.peek() == JsonToken.BEGIN_ARRAY) {
                hasPage = true;
                page.records(reader);
            } else {
                take(reader, field);
            }
        }
        reader.endObject();
    }

    private void take(JsonReader reader, Field field) throws IOException {
        switch (field) {
            case EXTENDED_PROPERTIES -> properties(reader, Map.of("useragent", Field.EXTENDED_USER_AGENT));
            case DEVICE_PROPERTIES ->
                properties(reader, Map.of("sessionid", Field.DEVICE_SESSION, "id", Field.DEVICE_ID));
            case APP_ACCESS ->
                members(reader, Map.of("aadsessionid", Field.APP_SESSION, "uniquetokenid", Field.APP_TOKEN));
            case STATUS -> {
                hasStatus = reader.peek() == JsonToken.BEGIN_OBJECT;
                if (hasStatus) {
                    members(reader, Map.of("errorcode", Field.ERROR_CODE, "failurereason", Field.FAILURE_REASON));
                } else {
                    keepFirst(field, scalar(reader, 1));
                }
            }
            // Windows PowerShell writes some times as an object with the time under "value".
            case RECEIVED -> {
                if (reader.peek() == JsonToken.BEGIN_OBJECT) {
                    members(reader, Map.of("value", Field.RECEIVED));
                } else {
                    keepFirst(field, scalar(reader, 1));
                }
            }
            case AUDIT_DATA -> auditData(reader);
            case RECORDS -> {
                hasPage |= reader.peek() == JsonToken.BEGIN_ARRAY;
                skip(reader, 1);
            }
            case FOLDERS,
                    ITEM,
                    AFFECTED_ITEMS,
                    FOLDER,
                    DEST_FOLDER,
                    OPERATION_PROPERTIES,
                    PARAMETERS,
                    MODIFIED_PROPERTIES,
                    TARGET,
                    ACTOR,
                    DEVICE_DETAIL,
                    EVENT_TYPES,
                    INITIATED_BY,
                    TARGET_RESOURCES,
                    ADDITIONAL_DETAILS,
                    EVIDENCE -> trees.putIfAbsent(field, tree(reader, 1));
            // A name that comes twice in these, in another case, makes no row unreadable that was readable without
            // them.
            case NEXT_LINK,
                    TOKEN_ID,
                    MAILBOX_OWNER,
                    MAILBOX_GUID,
                    APP_ID,
                    CLIENT_APP_ID,
                    APPLICATION_ID,
                    OPERATION_COUNT,
                    QUERY_TEXT,
                    SERVICE_PRINCIPAL_NAME,
                    SERVICE_PRINCIPAL_ID,
                    ACTIVITY_TIME,
                    ACTIVITY,
                    LOGGED_BY,
                    RESULT,
                    RESULT_REASON,
                    CORRELATION_ID,
                    MESSAGE_TRACE_ID,
                    MESSAGE_ID,
                    RECEIVED_TIME,
                    SENDER,
                    RECIPIENT,
                    SUBJECT,
                    FROM_IP,
                    RISK_EVENT_TYPE,
                    RISK_LEVEL,
                    RISK_STATE,
                    RISK_DETAIL,
                    DETECTED,
                    TITLE,
                    SEVERITY,
                    CATEGORY,
                    DETERMINATION,
                    SERVICE_SOURCE,
                    ITEM_TYPE,
                    SHARED_WITH,
                    SHARED_WITH_TYPE,
                    ERROR_NUMBER,
                    LOGON_TYPE -> keepFirst(field, scalar(reader, 1));
            default -> put(field, scalar(reader, 1));
        }
    }

    private void auditData(JsonReader reader) throws IOException {
        JsonToken next = reader.peek();
        if (next != JsonToken.BEGIN_OBJECT && next != JsonToken.STRING) {
            skip(reader, 1);
            return;
        }
        RawRecord below = inner == null ? new RawRecord() : inner;
        inner = below;
        hasInner = true;
        if (next == JsonToken.BEGIN_OBJECT) {
            below.read(reader, null);
        } else {
            String json = reader.nextString();
            if (json.isBlank()) {
                hasInner = false;
                flaw = AuditRows.EMPTY;
            } else {
                below.parse(json);
            }
        }
    }

    /** A list of objects with a name and a value, of which some are wanted. */
    private void properties(JsonReader reader, Map<String, Field> wanted) throws IOException {
        if (reader.peek() != JsonToken.BEGIN_ARRAY) {
            skip(reader, 1);
            return;
        }
        reader.beginArray();
        while (reader.hasNext()) {
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                skip(reader, 2);
                continue;
            }
            Set<String> seen = namesAt(2);
            String name = "";
            String value = "";
            reader.beginObject();
            while (reader.hasNext()) {
                String member = reader.nextName();
                note(seen, member);
                if (member.equalsIgnoreCase("Name")) {
                    name = orEmpty(scalar(reader, 3));
                } else if (member.equalsIgnoreCase("Value")) {
                    value = orEmpty(scalar(reader, 3));
                } else {
                    skip(reader, 3);
                }
            }
            reader.endObject();
            Field field = wanted.get(name.toLowerCase(Locale.ROOT));
            if (field != null) {
                values.put(field, value);
            }
        }
        reader.endArray();
    }

    private void members(JsonReader reader, Map<String, Field> wanted) throws IOException {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            skip(reader, 1);
            return;
        }
        Set<String> seen = namesAt(1);
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            note(seen, name);
            Field field = wanted.get(name.toLowerCase(Locale.ROOT));
            if (field == null) {
                skip(reader, 2);
            } else {
                put(field, scalar(reader, 2));
            }
        }
        reader.endObject();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void keepFirst(Field field, @Nullable String value) {
        if (value != null) {
            values.putIfAbsent(field, value);
        }
    }

    private void put(Field field, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (values.put(field, value) != null && flaw.isEmpty()) {
            flaw = "A name comes twice in the JSON, in another case.";
        }
    }

    private @Nullable String scalar(JsonReader reader, int depth) throws IOException {
        return switch (reader.peek()) {
            case STRING, NUMBER -> reader.nextString();
            case BOOLEAN -> String.valueOf(reader.nextBoolean());
            case BEGIN_ARRAY, BEGIN_OBJECT, END_ARRAY, END_OBJECT, NAME, NULL, END_DOCUMENT -> {
                skip(reader, depth);
                yield null;
            }
        };
    }

    /** Whatever comes next, as a tree. */
    private RawTree tree(JsonReader reader, int depth) throws IOException {
        if (isTooMuch()) {
            skip(reader, depth);
            return RawTree.NOTHING;
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> branches(reader, depth);
            case BEGIN_ARRAY -> elements(reader, depth);
            case END_ARRAY, END_OBJECT, NAME, STRING, NUMBER, BOOLEAN, NULL, END_DOCUMENT -> {
                String value = scalar(reader, depth);
                yield value == null ? RawTree.NOTHING : new RawTree(value, Map.of(), List.of());
            }
        };
    }

    private RawTree branches(JsonReader reader, int depth) throws IOException {
        if (depth > LogFileLimits.DEEPEST) {
            skip(reader, depth);
            return RawTree.NOTHING;
        }
        Set<String> seen = namesAt(depth);
        Map<String, RawTree> branches = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            note(seen, name);
            RawTree branch = tree(reader, depth + 1);
            if (!isOverfull()) {
                branches.putIfAbsent(name.toLowerCase(Locale.ROOT), branch);
            }
        }
        reader.endObject();
        return new RawTree("", branches, List.of());
    }

    private RawTree elements(JsonReader reader, int depth) throws IOException {
        if (depth > LogFileLimits.DEEPEST) {
            skip(reader, depth);
            return RawTree.NOTHING;
        }
        List<RawTree> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            RawTree element = tree(reader, depth + 1);
            if (!isOverfull()) {
                elements.add(element);
            }
        }
        reader.endArray();
        return new RawTree("", Map.of(), elements);
    }

    /** Reads over whatever comes next, and notices names that come twice in it. */
    private void skip(JsonReader reader, int depth) throws IOException {
        if (depth > LogFileLimits.DEEPEST) {
            flaw = "The JSON is nested deeper than " + LogFileLimits.DEEPEST + " levels.";
            reader.skipValue();
            return;
        }
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Set<String> seen = namesAt(depth);
                reader.beginObject();
                while (reader.hasNext()) {
                    note(seen, reader.nextName());
                    skip(reader, depth + 1);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    skip(reader, depth + 1);
                }
                reader.endArray();
            }
            case END_ARRAY, END_OBJECT, NAME, STRING, NUMBER, BOOLEAN, NULL, END_DOCUMENT -> reader.skipValue();
        }
    }

    /** Counts what would be held of it: a record of millions of small parts takes many times its own length. */
    private boolean isTooMuch() {
        if (!isOverfull()) {
            parts++;
        }
        if (!isOverfull()) {
            return false;
        }
        flaw = "It has more than " + LogFileLimits.MOST_PARTS + " parts.";
        return true;
    }

    private boolean isOverfull() {
        return parts > LogFileLimits.MOST_PARTS;
    }

    private void note(Set<String> seen, String name) {
        if (!isTooMuch() && !seen.add(name)) {
            flaw = "A name comes twice in the JSON.";
        }
    }

    private Set<String> namesAt(int depth) {
        while (names.size() <= depth) {
            names.add(new HashSet<>());
        }
        Set<String> seen = names.get(depth);
        seen.clear();
        return seen;
    }

    private @Nullable Field field(String name) {
        Optional<Field> known = remembered.get(name);
        if (known == null) {
            known = Optional.ofNullable(BY_NAME.get(name));
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(name, known);
            }
        }
        return known.orElse(null);
    }
}
