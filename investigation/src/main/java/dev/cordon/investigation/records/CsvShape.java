package dev.cordon.investigation.records;

import java.util.List;
import java.util.Locale;

/** The tables that are known, told by the names of their columns. */
enum CsvShape {
    /** From Purview ({@code RecordId, CreationDate, RecordType, Operation, UserId, AuditData ...}) or Export-Csv ({@code UserIds, Operations}). */
    AUDIT_LOG {
        @Override
        boolean isHead(List<String> columns) {
            return columns.contains("auditdata");
        }

        @Override
        LogFile.Read read(CsvRows table, Rows rows) {
            table.read(columns -> new AuditRows(columns), rows);
            return rows.read(LogFile.Kind.AUDIT_LOG, "text/csv");
        }
    },
    /** From Entra, interactive or not. */
    SIGN_INS {
        @Override
        boolean isHead(List<String> columns) {
            return columns.contains("request id")
                    && columns.contains("ip address")
                    && columns.stream().anyMatch(column -> column.startsWith("date"));
        }

        @Override
        LogFile.Read read(CsvRows table, Rows rows) {
            table.read(columns -> new SignInRows(columns), rows);
            return rows.read(LogFile.Kind.SIGN_INS, "text/csv");
        }
    },
    /** From the Exchange admin center, or {@code Get-MessageTraceV2 | Export-Csv} where it wrote times as ISO 8601 has them. */
    MESSAGE_TRACE {
        @Override
        boolean isHead(List<String> columns) {
            return TraceRows.isHead(columns);
        }

        @Override
        LogFile.Read read(CsvRows table, Rows rows) {
            table.read(columns -> new TraceRows(columns), rows);
            return rows.read(LogFile.Kind.MESSAGE_TRACE, "text/csv");
        }
    };

    /** Whether these are its columns, as {@link #plain} has them. */
    abstract boolean isHead(List<String> columns);

    /** Reads everything below the head. */
    abstract LogFile.Read read(CsvRows table, Rows rows);

    /** A column's name without quotes, in lower case, with single blanks. */
    static String plain(String column) {
        return column.replace("\"", "").strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
