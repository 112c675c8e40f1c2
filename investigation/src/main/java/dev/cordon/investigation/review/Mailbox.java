package dev.cordon.investigation.review;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose mailbox a row is about, and what in it.
 *
 * @param names every name of the mailbox that the row has
 * @param shown the one that people know
 * @param inside what stands behind the mailbox in its path: a folder or a rule; empty text where nothing does
 */
record Mailbox(Set<String> names, String shown, String inside) {
    private static final String OF_FOLDER = ":\\";

    /** Of a row about the mailbox as a whole, or about something that stands behind a backslash. */
    static Mailbox of(Row row) {
        String identity = row.value("identity");
        String object = row.record().object().strip();
        Set<String> named =
                Names.of(Stream.of(row.value("mailbox"), row.detail().mailbox(), owner(identity), owner(object))
                        .filter(name -> !name.isBlank()));
        Set<String> names = new LinkedHashSet<>(named);
        if (row.value("mailbox").isEmpty() && isOwn(named, row.actor())) {
            names.addAll(Names.of(row.actor()));
        }
        String inside = inside(object).isEmpty() ? inside(identity) : inside(object);
        return new Mailbox(names, shown(names, row), inside);
    }

    /** A command that names no other mailbox is about the caller's own; a bare id may be his. */
    private static boolean isOwn(Set<String> named, String actor) {
        String self = Names.plain(actor);
        return named.isEmpty()
                || named.stream().allMatch(Row::isId)
                || named.stream().anyMatch(name -> Names.isSame(name, self));
    }

    private static String shown(Set<String> names, Row row) {
        return Stream.concat(names.stream().filter(Row::isPerson), names.stream())
                .findFirst()
                .orElseGet(() -> row.record().object());
    }

    private static String owner(String path) {
        int folder = path.indexOf(OF_FOLDER);
        int end = folder >= 0 ? folder : path.indexOf('\\');
        String owner = end >= 0 ? path.substring(0, end) : path;
        return owner.isBlank() || owner.matches("-?[0-9]{5,20}") ? "" : owner;
    }

    private static String inside(String path) {
        int folder = path.indexOf(OF_FOLDER);
        int at = folder >= 0 ? folder + 1 : path.indexOf('\\');
        return at >= 0 ? path.substring(at + 1).strip() : "";
    }
}
