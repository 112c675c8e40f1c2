package dev.cordon.investigation.lines;

import dev.cordon.investigation.facts.OrganisationFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges lines as a test writes them. */
final class Lines {
    private Lines() {}

    static List<JudgedLine> judge(LineKind kind, String text) {
        return judge(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<JudgedLine> judge(LineKind kind, byte[] bytes) {
        return judge(kind, bytes, OrganisationFacts.NONE);
    }

    static List<JudgedLine> judge(LineKind kind, byte[] bytes, OrganisationFacts organisation) {
        try {
            return LineFile.judge(kind, new ByteArrayInputStream(bytes), organisation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JudgedLine rule(String line) {
        return judge(LineKind.INBOX_RULE, line.replace('\n', ' ')).getFirst();
    }

    static JudgedLine consent(String line) {
        return judge(LineKind.CONSENT, line.replace('\n', ' ')).getFirst();
    }

    static List<String> signals(JudgedLine line) {
        return line.reasons().stream().map(reason -> reason.signal()).toList();
    }
}
