package dev.cordon.investigation.lines;

import com.google.gson.JsonObject;
import dev.cordon.incident.Word;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of JSON Lines while it is judged: UTF-8, one object per line. A byte order mark, carriage returns and blank lines are passed over;
 * each other line gets one verdict. One use, one thread.
 */
public final class LineFile {
    private static final String REMEDY =
            " Write one object per line, for example with: jq -c '.value[]' answer.json > lines.jsonl";

    private static final String REMEDY_OF_LIST =
            " Write one object per line, for example with: jq -c '.[]' list.json > lines.jsonl";

    private final LineKind kind;
    private final LineTables tables;
    private final OrganisationFacts organisation;
    private final FactsOfLines known;
    private final List<JudgedLine> judged = new ArrayList<>();
    private final List<SignInLine> signIns = new ArrayList<>();
    private final Map<String, Original> originals = new HashMap<>();
    private final Map<Long, Long> copies = new HashMap<>();
    private final Map<Long, ConsentLine> consents = new HashMap<>();
    private boolean beginsLikeObjects;
    private boolean beginsLikeDocument;
    private boolean beginsLikeList;
    private boolean hasObject;
    private boolean isOfOtherKind = true;
    private Optional<LineKind> otherKind = Optional.empty();

    /** A sign-in that came first, and the hash of all that its line says. */
    private record Original(long number, int content) {}

    private LineFile(LineKind kind, LineTables tables, OrganisationFacts organisation) {
        this.kind = kind;
        this.tables = tables;
        this.organisation = organisation;
        this.known = new FactsOfLines(organisation, tables);
    }

    /**
     * Judges each line of {@code bytes}. The order of the lines changes no verdict.
     *
     * @return one verdict for each line that is not blank, in the order of the file
     * @throws NoLineFileException when it is no such file at all
     * @throws IOException when it cannot be read
     */
    public static List<JudgedLine> judge(LineKind kind, InputStream bytes) throws IOException {
        return judge(kind, bytes, OrganisationFacts.NONE);
    }

    /**
     * The same in the light of what the organisation has said of itself.
     *
     * @throws NoLineFileException when it is no such file at all
     * @throws IOException when it cannot be read
     */
    public static List<JudgedLine> judge(LineKind kind, InputStream bytes, OrganisationFacts organisation)
            throws IOException {
        return judge(kind, bytes, LineTables.ALL, organisation);
    }

    /** The same without the signals of these names, as if nobody had thought of them: that shows what each is good for. */
    public static List<JudgedLine> judgeWithout(LineKind kind, InputStream bytes, Set<String> signals)
            throws IOException {
        return judge(kind, bytes, LineTables.ALL.without(signals), OrganisationFacts.NONE);
    }

    /** The names of all signals of the kind. */
    public static List<String> signals(LineKind kind) {
        return LineTables.ALL.names(kind);
    }

    private static List<JudgedLine> judge(
            LineKind kind, InputStream bytes, LineTables tables, OrganisationFacts organisation) throws IOException {
        LineFile file = new LineFile(kind, tables, organisation);
        LineBytes lines = new LineBytes(bytes);
        while (lines.next()) {
            file.take(lines);
        }
        return file.end();
    }

    private void take(LineBytes lines) {
        Optional<String> text = lines.text();
        if (text.filter(String::isBlank).isPresent()) {
            return;
        }
        String begins = text.map(String::strip).orElse("");
        beginsLikeObjects |= begins.startsWith("{");
        boolean isFirst = judged.isEmpty() && signIns.isEmpty();
        beginsLikeDocument |= isFirst && (begins.equals("{") || begins.startsWith("["));
        beginsLikeList |= isFirst && begins.startsWith("[");
        try {
            judge(lines.number(), object(lines, text));
        } catch (UnreadableLineException e) {
            judged.add(JudgedLine.unreadable(lines.number(), e.reason()));
        }
    }

    private static JsonObject object(LineBytes lines, Optional<String> text) throws UnreadableLineException {
        if (lines.isTooLong()) {
            throw new UnreadableLineException("It is longer than " + LineBytes.LONGEST + " bytes.");
        }
        return ObjectText.read(text.orElseThrow(() -> new UnreadableLineException("Its bytes are no UTF-8 text.")));
    }

    private void judge(long number, JsonObject object) throws UnreadableLineException {
        look(object);
        Members line = Members.of(object);
        switch (kind) {
            case INBOX_RULE -> {
                RuleLine rule = RuleLine.read(line);
                judged.add(JudgedLine.of(number, rule.what(), known.rule(rule)));
            }
            case CONSENT -> consents.put(number, ConsentLine.read(line));
            case SIGN_IN -> takeSignIn(SignInLine.read(number, line), object);
        }
    }

    /** Files of overlapping times are put together: a sign-in that comes twice was made once. */
    private void takeSignIn(SignInLine row, JsonObject object) {
        Optional<String> id = Members.of(object)
                .findText("id")
                .filter(text -> !text.isBlank())
                .map(Vocabulary::lower);
        Optional<Original> before = id.flatMap(text -> Optional.ofNullable(originals.get(text)))
                .filter(original -> original.content == object.hashCode());
        if (before.isPresent()) {
            copies.put(row.number(), before.get().number);
        } else {
            id.ifPresent(text -> originals.putIfAbsent(text, new Original(row.number(), object.hashCode())));
            signIns.add(row);
        }
    }

    private List<JudgedLine> judgedSignIns() {
        List<JudgedLine> once = SignInLines.judge(signIns, tables.signIns(), organisation);
        Map<Long, JudgedLine> byNumber = new HashMap<>();
        once.forEach(line -> byNumber.put(line.line(), line));
        List<JudgedLine> all = new ArrayList<>(once);
        copies.forEach((copy, original) ->
                Optional.ofNullable(byNumber.get(original)).ifPresent(line -> all.add(line.at(copy))));
        return all;
    }

    private void judgeConsents() {
        Optional<Instant> newest = consents.values().stream()
                .flatMap(consent -> consent.since().stream())
                .max(Comparator.naturalOrder());
        consents.forEach(
                (number, consent) -> judged.add(JudgedLine.of(number, consent.what(), known.consent(consent, newest))));
    }

    /** Whether every object of the file is of one other kind is known at its end. */
    private void look(JsonObject object) {
        hasObject = true;
        Optional<LineKind> marked = marks(kind).stream().anyMatch(object::has)
                ? Optional.empty()
                : Arrays.stream(LineKind.values())
                        .filter(other -> marks(other).stream().anyMatch(object::has))
                        .findFirst();
        isOfOtherKind &= marked.isPresent();
        otherKind = otherKind.or(() -> marked);
    }

    /** What tells the kinds apart: each line has at least one of its kind, and no other kind has it. */
    private static Set<String> marks(LineKind kind) {
        return switch (kind) {
            case INBOX_RULE -> Set.of("actions", "conditions", "exceptions", "isReadOnly", "sequence");
            case SIGN_IN -> Set.of("ipAddress", "clientAppUsed", "deviceDetail", "isInteractive", "userPrincipalName");
            case CONSENT -> Set.of("clientId", "scope", "consentType", "appRoleId");
        };
    }

    private List<JudgedLine> end() {
        if (beginsLikeDocument && !hasObject) {
            throw new NoLineFileException(
                    beginsLikeList
                            ? "It is one JSON list, as the portal downloads it, and not an object in each line."
                                    + REMEDY_OF_LIST
                            : "Its lines are no objects by themselves: it looks like one JSON document over many lines."
                                    + REMEDY);
        }
        if (!judged.isEmpty() && !beginsLikeObjects) {
            throw new NoLineFileException(
                    "No line of it is a JSON object in UTF-8. A table (CSV) does not say enough: download JSON."
                            + REMEDY);
        }
        if (isOfOtherKind && otherKind.isPresent()) {
            throw new NoLineFileException("Its lines look like those of --kind "
                    + Word.of(otherKind.get()) + ", not of --kind "
                    + Word.of(kind) + ".");
        }
        judged.addAll(judgedSignIns());
        judgeConsents();
        judged.sort(Comparator.comparingLong(JudgedLine::line));
        return List.copyOf(judged);
    }
}
