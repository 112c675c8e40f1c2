package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.graph.MailboxFolders.Folder;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.MailCopies.Place;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for the copies of a message in every place of a mailbox: what its owner sees at once, then hidden folders one by one, then Recoverable
 * Items. One search, one thread.
 */
final class CopySearch {
    /** What was deleted, then what only a hold keeps. */
    private static final Map<String, Place> RECOVERABLE = recoverable();

    private final GraphClient graph;
    private final String mailbox;
    private final String internetMessageId;
    private final String attempted;
    private final Map<String, Copy> copies = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private Completeness completeness = Completeness.complete();
    private Map<String, Folder> folders = Map.of();

    CopySearch(GraphClient graph, String mailbox, String internetMessageId) {
        if (internetMessageId.isBlank()) {
            throw new IllegalArgumentException("A message without an id is every message");
        }
        this.graph = graph;
        this.mailbox = mailbox;
        this.internetMessageId = internetMessageId;
        this.attempted = "Look for a message in the mailbox " + mailbox;
    }

    private static Map<String, Place> recoverable() {
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("recoverableitemsdeletions", Place.RECOVERABLE);
        places.put("recoverableitemspurges", Place.PURGED);
        places.put("recoverableitemsversions", Place.PURGED);
        return places;
    }

    Reading<List<Copy>> read() {
        // Refused here, it is refused everywhere; and a mailbox that is not there has no other places.
        Reading<List<JsonItem>> seen = messages("/messages");
        readFolders();
        keep(seen, this::seen);
        for (Folder folder : folders.values()) {
            if (folder.isHidden()) {
                look("a hidden folder", "/mailFolders/" + segment(folder.id()) + "/messages", this::seen);
            }
        }
        RECOVERABLE.forEach((folder, place) ->
                look("the folder " + folder, "/mailFolders/" + folder + "/messages", row -> copy(row, place, folder)));
        return new Reading<>(
                List.copyOf(copies.values()), completeness, answers.getLast().date(), answers);
    }

    private void readFolders() {
        try {
            Reading<Map<String, Folder>> read = new MailboxFolders(graph, mailbox, attempted).read();
            folders = read.value();
            answers.addAll(read.answers());
            completeness = completeness.and(read.completeness());
        } catch (TenantException e) {
            lack("the folders", e);
        }
    }

    private void look(String place, String path, Function<JsonItem, Copy> copy) {
        try {
            keep(messages(path), copy);
        } catch (TenantException e) {
            // A mailbox without such a folder holds nothing there.
            if (e.failure().reason() != Reason.NOT_FOUND) {
                lack(place, e);
            }
        }
    }

    private void lack(String place, TenantException e) {
        completeness = completeness.and(new Incomplete(attempted + ": " + place + " could not be read ("
                + e.failure().reason().inWords() + ")."));
    }

    private Reading<List<JsonItem>> messages(String path) {
        return new Listing<>(
                        graph,
                        Need.READ_MAIL,
                        Bucket.mailbox(mailbox),
                        attempted,
                        Function.<JsonItem>identity(),
                        call -> call.withHeader(GraphMailCopies.PREFER, GraphMailCopies.IMMUTABLE))
                .read(V1 + "/users/" + segment(mailbox) + path + "?$filter="
                        + option("internetMessageId eq " + quoted(internetMessageId))
                        + "&$select=id,parentFolderId,receivedDateTime,isRead");
    }

    /** The later place stands: what lies in Recoverable Items is not seen, whoever else listed it. */
    private void keep(Reading<List<JsonItem>> listed, Function<JsonItem, Copy> copy) {
        answers.addAll(listed.answers());
        completeness = completeness.and(listed.completeness());
        listed.value().stream().map(copy).forEach(each -> copies.put(each.id(), each));
    }

    private Copy seen(JsonItem row) {
        String id = row.text("parentFolderId");
        Optional<Folder> folder = Optional.ofNullable(folders.get(id));
        Place place = folder.filter(Folder::isHidden).isPresent() ? Place.HIDDEN : Place.VISIBLE;
        return copy(row, place, folder.map(Folder::path).orElse(""));
    }

    private static Copy copy(JsonItem row, Place place, String folder) {
        return new Copy(
                row.text("id"),
                place,
                row.text("parentFolderId"),
                folder,
                row.findInstant("receivedDateTime"),
                row.findFlag("isRead"));
    }
}
