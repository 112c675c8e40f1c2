package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of a mailbox, hidden ones and those below others included. One reading, one thread.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-mailfolders">List mailFolders</a>
 */
final class MailboxFolders {
    private static final int MOST_FOLDERS = 2000;
    private static final String WANTED =
            "includeHiddenFolders=true&$select=id,displayName,isHidden,childFolderCount&$top=250";

    private final GraphClient graph;
    private final String mailbox;
    private final String attempted;
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Deque<Folder> parents = new ArrayDeque<>();
    private final List<Answer> answers = new ArrayList<>();
    private Completeness completeness = Completeness.complete();

    MailboxFolders(GraphClient graph, String mailbox, String attempted) {
        this.graph = graph;
        this.mailbox = mailbox;
        this.attempted = attempted;
    }

    /**
     * A folder.
     *
     * @param id its id
     * @param path its name, behind the names of the folders above it
     * @param isHidden whether programs do not show it, or one above it
     * @param hasChildren whether there are folders below it
     */
    record Folder(String id, String path, boolean isHidden, boolean hasChildren) {}

    /**
     * Every folder by its id. Incomplete where a listing below the first could not be read.
     *
     * @throws TenantException when the first listing cannot be read
     */
    Reading<Map<String, Folder>> read() {
        keep(list("/mailFolders", Optional.empty()));
        while (!parents.isEmpty()) {
            Folder parent = parents.removeFirst();
            if (folders.size() > MOST_FOLDERS) {
                lack("it has more than " + MOST_FOLDERS + " folders.");
                break;
            }
            try {
                keep(list("/mailFolders/" + segment(parent.id()) + "/childFolders", Optional.of(parent)));
            } catch (TenantException e) {
                lack("the folders below one could not be read ("
                        + e.failure().reason().inWords() + ").");
            }
        }
        return new Reading<>(
                Map.copyOf(folders), completeness, answers.getLast().date(), answers);
    }

    private Reading<List<Folder>> list(String path, Optional<Folder> parent) {
        return new Listing<>(graph, Need.READ_MAIL, Bucket.mailbox(mailbox), attempted, row -> folder(row, parent))
                .read(V1 + "/users/" + segment(mailbox) + path + "?" + WANTED);
    }

    private void keep(Reading<List<Folder>> listed) {
        answers.addAll(listed.answers());
        completeness = completeness.and(listed.completeness());
        for (Folder folder : listed.value()) {
            if (folders.putIfAbsent(folder.id(), folder) == null && folder.hasChildren()) {
                parents.addLast(folder);
            }
        }
    }

    private void lack(String what) {
        completeness = completeness.and(new Incomplete(attempted + ": " + what));
    }

    /** A folder of which it is not said whether there are others below it is looked into. */
    private static Folder folder(JsonItem row, Optional<Folder> parent) {
        String name = row.textOrEmpty("displayName");
        return new Folder(
                row.text("id"),
                parent.map(above -> above.path() + "/" + name).orElse(name),
                row.isTrue("isHidden") || parent.filter(Folder::isHidden).isPresent(),
                row.findInteger("childFolderCount").orElse(1) > 0);
    }
}
