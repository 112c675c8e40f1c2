package dev.cordon.investigation.records;

import java.util.List;
import java.util.Map;

/**
 * A part of a JSON record, whatever it is; asked for what it is not, it answers with nothing.
 *
 * @param text a value; empty text where it is none
 * @param branches the members of an object by their names in lower case
 * @param elements those of an array
 */
record RawTree(String text, Map<String, RawTree> branches, List<RawTree> elements) {
    static final RawTree NOTHING = new RawTree("", Map.of(), List.of());

    /** What stands below these names, one in the other; names in lower case. */
    RawTree at(String... names) {
        RawTree found = this;
        for (String name : names) {
            found = found.branches.getOrDefault(name, NOTHING);
        }
        return found;
    }

    /** The value below these names, cut where it is long. */
    String text(String... names) {
        return RecordText.kept(at(names).text);
    }
}
