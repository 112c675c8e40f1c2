package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.SealedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The output of a cmdlet as it was kept.
 *
 * @param parameters what the cmdlet was called with
 * @param rows what it put out
 */
record Sheet(JsonItem parameters, List<JsonItem> rows) {
    static boolean isOf(String request, String cmdlet) {
        return request.contains(" " + cmdlet + " {");
    }

    /** The outputs of this cmdlet; those that cannot be understood are left out. */
    static List<Sheet> of(List<SealedAnswer> answers, String cmdlet) {
        return answers.stream()
                .filter(answer -> isOf(answer.request(), cmdlet))
                .flatMap(answer -> find(answer).stream())
                .toList();
    }

    /** Every row of every output of this cmdlet. */
    static List<JsonItem> rows(List<SealedAnswer> answers, String cmdlet) {
        return of(answers, cmdlet).stream()
                .flatMap(sheet -> sheet.rows().stream())
                .toList();
    }

    private static Optional<Sheet> find(SealedAnswer answer) {
        String request = answer.request();
        byte[] parameters = request.substring(request.indexOf(" {") + 1).getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.of(new Sheet(
                    StrictJson.object(parameters),
                    Output.of(answer.body().toArray()).rows()));
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }
}
