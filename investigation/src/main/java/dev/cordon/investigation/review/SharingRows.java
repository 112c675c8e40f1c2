package dev.cordon.investigation.review;

import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import dev.cordon.investigation.review.Meaning.Audience;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Links to files and sites. */
final class SharingRows {
    private SharingRows() {}

    static List<Change> anonymous(Row row) {
        return List.of(change(row, Effect.MAKES, Audience.ANYBODY));
    }

    static List<Change> anonymousGone(Row row) {
        return List.of(change(row, Effect.UNDOES, Audience.ANYBODY));
    }

    static List<Change> link(Row row) {
        return List.of(change(row, Effect.MAKES, Audience.COLLEAGUES));
    }

    static List<Change> linkGone(Row row) {
        return List.of(change(row, Effect.UNDOES, Audience.COLLEAGUES));
    }

    /** Only with somebody from outside: the service writes hundreds of these for every site. */
    static List<Change> shared(Row row) {
        String type = row.value("targetuserorgrouptype").toLowerCase(Locale.ROOT);
        String person = row.value("targetuserorgroupname").toLowerCase(Locale.ROOT);
        boolean isOutside = type.equals("guest") || type.equals("partner") || person.contains("#ext#");
        return isOutside ? List.of(change(row, Effect.MAKES, Audience.OUTSIDERS)) : List.of();
    }

    static List<Change> unshared(Row row) {
        return shared(row).isEmpty() ? List.of() : List.of(change(row, Effect.UNDOES, Audience.OUTSIDERS));
    }

    static List<Change> invited(Row row) {
        return List.of(change(row, Effect.MAKES, Audience.OUTSIDERS));
    }

    private static Change change(Row row, Effect effect, Audience audience) {
        String person = row.value("targetuserorgroupname");
        String object = row.record().object();
        return new Change(
                FindingKind.SHARING_LINK,
                effect,
                new Meaning.Link(audience),
                object + (person.isEmpty() ? "" : " for " + person),
                Set.of(object.strip().toLowerCase(Locale.ROOT).replace("@", "(at)")),
                Set.of(audience + "|" + (audience == Audience.OUTSIDERS ? person.toLowerCase(Locale.ROOT) : "")),
                "",
                Origin.of(row));
    }
}
