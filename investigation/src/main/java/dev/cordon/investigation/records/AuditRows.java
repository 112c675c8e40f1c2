package dev.cordon.investigation.records;

import dev.cordon.investigation.records.RawRecord.Field;

/** Rows of the unified audit log: what counts stands in the JSON of the cell {@code AuditData}. For one thread. */
final class AuditRows implements CsvRows.Maker {
    static final String EMPTY = "Its AuditData is empty.";

    private final RawRecord json = new RawRecord();
    private final int data;
    private final int id;
    private final int created;
    private final int operation;
    private final int user;

    AuditRows(CsvRows.Columns columns) {
        this.data = columns.of("auditdata");
        this.id = columns.of("recordid");
        this.created = columns.of("creationdate");
        this.operation = columns.of("operation", "operations");
        this.user = columns.of("userid", "userids");
    }

    @Override
    public RowResult make(CsvRows.Cells cells, long row) {
        String text = cells.in(data);
        if (text.isBlank()) {
            return new RowResult.NotMade(EMPTY);
        }
        json.parse(text);
        if (!json.flaw().isEmpty()) {
            return new RowResult.NotMade("Its AuditData: " + json.flaw(), isOpen(text));
        }
        return record(
                json,
                RecordText.orElse(json.value(Field.ID), cells.in(id)),
                RecordText.orElse(json.value(Field.CREATION_TIME), cells.in(created)),
                RecordText.orElse(json.value(Field.OPERATION), cells.in(operation)),
                RecordText.orElse(json.value(Field.USER_ID), cells.in(user)),
                "",
                row);
    }

    /** Whether its brackets or its quotes are not closed where it ends. */
    private static boolean isOpen(String json) {
        int depth = 0;
        boolean isInText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (isInText && c == '\\') {
                i++;
            } else if (c == '"') {
                isInText = !isInText;
            } else if (!isInText) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return isInText || depth > 0;
    }

    /** The record of the classic fields. */
    static RowResult record(
            RawRecord json, String id, String time, String operation, String user, String address, long row) {
        String said = json.value(Field.RESULT_STATUS);
        String from = json.first(Field.CLIENT_IP, Field.CLIENT_IP_ADDRESS, Field.ACTOR_IP_ADDRESS);
        return new RecordText(LogRecord.Log.AUDIT_LOG, LogRecord.ZoneRule.BY_SCHEMA, row)
                .record(
                        id,
                        time,
                        operation,
                        user,
                        RecordText.orElse(from, address),
                        json.first(Field.SESSION_ID, Field.DEVICE_SESSION, Field.APP_SESSION),
                        json.first(Field.USER_AGENT, Field.EXTENDED_USER_AGENT, Field.CLIENT_INFO),
                        OutcomeRule.ofAudit(operation, said, json.value(Field.LOGON_ERROR)),
                        said,
                        json.first(Field.WORKLOAD, Field.SERVICE),
                        json.value(Field.OBJECT_ID))
                .with(() -> RowDetails.of(json));
    }
}
