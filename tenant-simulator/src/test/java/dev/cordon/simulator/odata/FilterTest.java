package dev.cordon.simulator.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final JsonObject ROW = Json.object(
            "userPrincipalName",
            "anna.o'hara@contoso.example",
            "createdDateTime",
            "2026-03-02T08:00:00Z",
            "isInteractive",
            true,
            "department",
            null,
            "status",
            Json.object("errorCode", 50126),
            "types",
            List.of("nonInteractiveUser"),
            "targets",
            List.of(Json.object("id", "1", "type", "User"), Json.object("id", "2", "type", "Group")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userPrincipalName eq 'ANNA.O''HARA@contoso.example'",
                "startsWith(userPrincipalName,'anna')",
                "endsWith(userPrincipalName,'.example') and contains(userPrincipalName,'hara')",
                "createdDateTime ge 2026-03-02T08:00:00.000Z and createdDateTime lt 2026-03-02T09:00:00+00:30",
                "createdDateTime gt 2026-03-01",
                "isInteractive eq true",
                "not(isInteractive eq false)",
                "department eq null",
                "status/errorCode eq 50126 and status/errorCode ne 0",
                "types/any(t: t eq 'nonInteractiveUser')",
                "targets/any(t:t/id eq '2' and t/type eq 'Group')",
                "(isInteractive eq false or status/errorCode in (0,50126))",
            })
    void holds(String filter) {
        assertThat(Filter.parse(filter).predicate().test(ROW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userPrincipalName eq 'anna'",
                "createdDateTime lt 2026-03-02T08:00:00Z",
                "targets/any(t:t/id eq '1' and t/type eq 'Group')",
                "types/any(t: t eq 'interactiveUser')",
                "department ne null",
                "missing eq 'x'"
            })
    void does_not_hold(String filter) {
        assertThat(Filter.parse(filter).predicate().test(ROW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a eq",
                "a like 'b'",
                "a eq 'b' or",
                "(a eq 'b'",
                "a eq 'b",
                "any(",
                "a eq 'b' c",
                "startsWith(a)"
            })
    void refuses_what_it_cannot_read(String filter) {
        assertThatThrownBy(() -> Filter.parse(filter)).isInstanceOf(ODataException.class);
    }
}
