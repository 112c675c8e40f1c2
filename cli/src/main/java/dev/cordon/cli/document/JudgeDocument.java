package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.lines.JudgedLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The document of {@code judge}: what is said of each line. */
public final class JudgeDocument {
    private JudgeDocument() {}

    /**
     * The document of these lines, in their order.
     *
     * @param organisation the file whose facts count; empty where none was said
     */
    public static JsonObject of(List<JudgedLine> judged, Optional<Path> organisation) {
        var document = new JsonObject();
        document.add("verdicts", Members.array(judged, JudgeDocument::verdict));
        organisation.ifPresent(path -> document.addProperty("organisation", path.toString()));
        return document;
    }

    private static JsonObject verdict(JudgedLine line) {
        var verdict = new JsonObject();
        verdict.addProperty("line", line.line());
        verdict.addProperty("verdict", Word.of(line.verdict()));
        verdict.addProperty("score", line.score());
        verdict.add("reasons", Members.array(line.reasons(), JudgeDocument::reason));
        return verdict;
    }

    private static JsonObject reason(Reason reason) {
        var said = new JsonObject();
        said.addProperty("signal", reason.signal());
        said.addProperty("text", reason.text());
        said.add("technique", Members.text(reason.technique()));
        return said;
    }
}
