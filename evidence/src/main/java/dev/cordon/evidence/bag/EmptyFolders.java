package dev.cordon.evidence.bag;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Names the folders of a bag in which no file lies: no list of digests can know them. Stateless. */
final class EmptyFolders {
    /** Made for files of which none was written after all. */
    private static final Set<String> OURS = Set.of("data/exhibits/", "data/readable/");

    private EmptyFolders() {}

    /** Names them; {@code folders} by their path below the bag's folder, each with a stroke at its end. */
    static void name(Collection<String> folders, Collection<String> files, Faults faults) {
        Set<String> empty = new TreeSet<>(folders);
        empty.remove("");
        for (String file : files) {
            for (int at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) {
                empty.remove(file.substring(0, at + 1));
            }
        }
        empty.removeAll(OURS);
        empty.forEach(folder -> faults.inFile(
                folder, "no such folder", "an empty folder", "The bag did not have it when it was made."));
    }
}
