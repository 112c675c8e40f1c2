package dev.cordon.investigation.records;

import dev.cordon.investigation.records.RawRecord.Field;

/** Rows in which Microsoft judges: detections of Identity Protection and alerts of its security products, as Graph answers them. */
final class JudgementRows {
    private JudgementRows() {}

    static boolean isDetection(RawRecord json) {
        return !json.value(Field.RISK_EVENT_TYPE).isEmpty()
                && !json.first(Field.DETECTED, Field.ACTIVITY_TIME).isEmpty();
    }

    /** What is detected late has the time of what it is about, where that is known. */
    static RowResult detection(RawRecord json, long row) {
        return new RecordText(LogRecord.Log.RISK_DETECTIONS, LogRecord.ZoneRule.BY_SCHEMA, row)
                .record(
                        json.value(Field.ID),
                        json.first(Field.ACTIVITY_TIME, Field.DETECTED),
                        json.value(Field.RISK_EVENT_TYPE),
                        json.first(Field.USER_NAME, Field.USER_ID),
                        json.value(Field.IP_ADDRESS),
                        "",
                        "",
                        LogRecord.Outcome.NOT_SAID,
                        RecordText.joined(
                                json.value(Field.RISK_LEVEL),
                                json.value(Field.RISK_STATE),
                                json.value(Field.RISK_DETAIL)),
                        "Identity Protection",
                        "");
    }

    static boolean isAlert(RawRecord json) {
        return !json.value(Field.CREATED).isEmpty()
                && !json.value(Field.SERVICE_SOURCE).isEmpty()
                && !json.first(Field.TITLE, Field.SEVERITY).isEmpty();
    }

    static RowResult alert(RawRecord json, long row) {
        return new RecordText(LogRecord.Log.ALERTS, LogRecord.ZoneRule.BY_SCHEMA, row)
                .record(
                        json.value(Field.ID),
                        json.value(Field.CREATED),
                        json.value(Field.TITLE),
                        evidence(json, "useraccount", "userprincipalname"),
                        evidence(json, "ipaddress"),
                        "",
                        "",
                        LogRecord.Outcome.NOT_SAID,
                        RecordText.joined(
                                json.value(Field.SEVERITY), json.value(Field.STATUS), json.value(Field.DETERMINATION)),
                        json.value(Field.SERVICE_SOURCE),
                        json.value(Field.CATEGORY));
    }

    /** The first that its evidence names there; the others stand in the exhibit. */
    private static String evidence(RawRecord json, String... names) {
        return json.tree(Field.EVIDENCE).elements().stream()
                .map(piece -> piece.text(names))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
