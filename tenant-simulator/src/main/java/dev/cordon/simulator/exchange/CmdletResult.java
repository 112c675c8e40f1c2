package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cmdlet gave.
 *
 * @param confirmation what it would have asked; then nothing was changed
 */
record CmdletResult(
        List<JsonObject> rows,
        List<String> warnings,
        @Nullable String confirmation) {

    CmdletResult {
        rows = Collections.unmodifiableList(rows);
        warnings = List.copyOf(warnings);
    }

    static CmdletResult of(List<JsonObject> rows) {
        return new CmdletResult(List.copyOf(rows), List.of(), null);
    }

    static CmdletResult of(JsonObject row) {
        return of(List.of(row));
    }

    /** Rows that are written when they are shown. */
    static CmdletResult written(List<JsonObject> rows) {
        return new CmdletResult(rows, List.of(), null);
    }

    static CmdletResult nothing() {
        return of(List.of());
    }

    static CmdletResult warning(String text) {
        return new CmdletResult(List.of(), List.of(text), null);
    }

    static CmdletResult asking(String question) {
        return new CmdletResult(List.of(), List.of(), question);
    }
}
