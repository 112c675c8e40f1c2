package dev.cordon.investigation.records;

import dev.cordon.investigation.records.RawRecord.Field;

/** Rows of the sign-ins as Entra's portal exports them, interactive or not: the same columns. For one thread. */
final class SignInRows implements CsvRows.Maker {
    /** Interactive and other sign-ins have the same columns, and only the file's name would tell. */
    static final String OPERATION = "Sign-in";

    private final int time;
    private final int id;
    private final int user;
    private final int address;
    private final int session;
    private final int agent;
    private final int status;
    private final int code;
    private final int failure;
    private final int application;
    private final int resource;
    private final boolean isUtc;

    SignInRows(CsvRows.Columns columns) {
        this.isUtc = columns.of("date (utc)") >= 0;
        this.time = columns.of("date (utc)", "date");
        this.id = columns.of("request id");
        this.user = columns.of("username", "user principal name", "sign-in identifier", "user");
        this.address = columns.of("ip address");
        this.session = columns.of("session id");
        this.agent = columns.of("user agent");
        this.status = columns.of("status");
        this.code = columns.of("sign-in error code");
        this.failure = columns.of("failure reason");
        this.application = columns.of("application");
        this.resource = columns.of("resource");
    }

    static boolean isOne(RawRecord json) {
        return !json.value(Field.CREATED).isEmpty()
                && (json.hasStatus()
                        || !json.first(Field.IP_ADDRESS, Field.APPLICATION).isEmpty());
    }

    /** The record of a row as Graph and the portal write it as JSON. */
    static RowResult record(RawRecord json, long row) {
        String code = json.value(Field.ERROR_CODE);
        var outcome = OutcomeRule.ofSignIn("", code);
        String reason = outcome == LogRecord.Outcome.SUCCEEDED ? "" : json.value(Field.FAILURE_REASON);
        return new RecordText(LogRecord.Log.SIGN_INS, LogRecord.ZoneRule.BY_SCHEMA, row)
                .record(
                        json.value(Field.ID),
                        json.value(Field.CREATED),
                        operation(json),
                        json.first(
                                Field.USER_NAME,
                                Field.SERVICE_PRINCIPAL_NAME,
                                Field.USER_ID,
                                Field.SERVICE_PRINCIPAL_ID),
                        json.value(Field.IP_ADDRESS),
                        json.value(Field.SESSION_ID),
                        json.value(Field.USER_AGENT),
                        outcome,
                        RecordText.joined(code, reason),
                        json.value(Field.APPLICATION),
                        json.value(Field.RESOURCE))
                .with(() -> RowDetails.of(json));
    }

    private static String operation(RawRecord json) {
        boolean ofApplication = json.value(Field.USER_NAME).isBlank()
                && !json.first(Field.SERVICE_PRINCIPAL_NAME, Field.SERVICE_PRINCIPAL_ID)
                        .isEmpty();
        if (ofApplication) {
            return LogRecord.APPLICATIONS_SIGN_IN;
        }
        return json.value(Field.INTERACTIVE).equals("false") || isNonInteractive(json)
                ? OPERATION + " (non-interactive)"
                : OPERATION;
    }

    private static boolean isNonInteractive(RawRecord json) {
        return json.tree(Field.EVENT_TYPES).elements().stream()
                .anyMatch(type -> type.text().equalsIgnoreCase("nonInteractiveUser"));
    }

    @Override
    public RowResult make(CsvRows.Cells cells, long row) {
        String when = cells.in(time);
        if (!isUtc && RecordText.namesNoZone(when)) {
            return new RowResult.NotMade("Its time names no zone, and neither does the head of its column.");
        }
        String word = cells.in(status);
        // "None" stands where there is no code, and "Other." where nothing failed.
        String number = cells.in(code).strip().matches("\\d+") ? cells.in(code) : "";
        var outcome = OutcomeRule.ofSignIn(word, number);
        String reason = outcome == LogRecord.Outcome.SUCCEEDED ? "" : cells.in(failure);
        return new RecordText(LogRecord.Log.SIGN_INS, LogRecord.ZoneRule.BY_COLUMN, row)
                .record(
                        cells.in(id),
                        when,
                        OPERATION,
                        cells.in(user),
                        cells.in(address),
                        cells.in(session),
                        cells.in(agent),
                        outcome,
                        RecordText.joined(word, number, reason),
                        cells.in(application),
                        cells.in(resource));
    }
}
