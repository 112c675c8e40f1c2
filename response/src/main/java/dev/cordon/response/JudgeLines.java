package dev.cordon.response;

import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.JudgedLine;
import dev.cordon.investigation.lines.LineFile;
import dev.cordon.investigation.lines.LineKind;
import dev.cordon.response.RequestRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges the inbox rules, sign-ins or consents of a file that somebody brings. No tenant is asked and nothing kept. */
public final class JudgeLines {
    /**
     * One verdict for each line that is not blank, in the order of the file.
     *
     * @param facts what the organisation has said of itself
     * @throws RequestRefusedException when the file is not there or cannot be read
     * @throws dev.cordon.investigation.lines.NoLineFileException when it is no such file at all
     */
    public List<JudgedLine> judge(LineKind kind, Path file, OrganisationFacts facts) {
        if (Files.isDirectory(file)) {
            throw refused(file, "is a folder");
        }
        if (Files.notExists(file)) {
            throw refused(file, "is not there");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return LineFile.judge(kind, bytes, facts);
        } catch (IOException _) {
            throw refused(file, "cannot be read");
        }
    }

    private static RequestRefusedException refused(Path file, String what) {
        return new RequestRefusedException(
                Reason.NOT_POSSIBLE_NOW, file + " " + what + ".", "Check the path and that you may read it.");
    }
}
