package dev.cordon.tenant;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mailboxes in memory with the copies that lie in them. One thread. */
public final class InMemoryMailCopies implements MailCopies {
    private final Map<String, Map<String, Lying>> mailboxes = new HashMap<>();
    private final Map<String, String> lacks = new HashMap<>();
    private final Map<String, Failure.Reason> refused = new HashMap<>();

    /** A copy of a message. */
    public record Lying(String internetMessageId, Copy copy) {}

    /** A mailbox without anything in it. */
    public InMemoryMailCopies mailbox(String mailbox) {
        mailboxes.putIfAbsent(mailbox, new LinkedHashMap<>());
        return this;
    }

    /** Puts a copy into a mailbox. */
    public InMemoryMailCopies put(String mailbox, String internetMessageId, Copy copy) {
        mailbox(mailbox);
        in(mailbox).put(copy.id(), new Lying(internetMessageId, copy));
        return this;
    }

    /** Of the mailbox, something cannot be read. */
    public InMemoryMailCopies lacks(String mailbox, String what) {
        lacks.put(mailbox, what);
        return this;
    }

    /** The mailbox cannot be read or changed at all. */
    public InMemoryMailCopies refuses(String mailbox, Failure.Reason reason) {
        refused.put(mailbox, reason);
        return this;
    }

    /** Everything that lies in a mailbox. */
    public List<Lying> lying(String mailbox) {
        return List.copyOf(in(mailbox).values());
    }

    private Map<String, Lying> in(String mailbox) {
        Map<String, Lying> found = mailboxes.get(mailbox);
        if (found == null) {
            throw Made.refusal("Look into " + mailbox, Failure.Reason.NOT_FOUND);
        }
        return found;
    }

    private Map<String, Lying> open(String mailbox) {
        if (refused.containsKey(mailbox)) {
            throw Made.refusal("Look into " + mailbox, refused.get(mailbox));
        }
        return in(mailbox);
    }

    @Override
    public Reading<List<Copy>> find(String mailbox, String internetMessageId) {
        List<Copy> copies = open(mailbox).values().stream()
                .filter(each -> each.internetMessageId().equals(internetMessageId))
                .map(Lying::copy)
                .toList();
        return Made.reading("GET messages of " + mailbox, copies, Optional.ofNullable(lacks.get(mailbox)));
    }

    @Override
    public Receipt softDelete(String mailbox, Copy copy) {
        requireReachable(copy);
        boolean isThere = move(mailbox, copy.id(), Place.RECOVERABLE, "recoverableitemsdeletions");
        return Made.receipt("POST move " + copy.id(), !isThere);
    }

    @Override
    public Receipt hardDelete(String mailbox, Copy copy) {
        boolean isThere = move(mailbox, copy.id(), Place.PURGED, "recoverableitemspurges");
        return Made.receipt("POST permanentDelete " + copy.id(), !isThere);
    }

    @Override
    public Receipt moveBack(String mailbox, Copy copy) {
        requireReachable(copy);
        if (!move(mailbox, copy.id(), copy.place(), copy.folderId())) {
            throw Made.refusal("Move a message back", Failure.Reason.NOT_FOUND);
        }
        return Made.receipt("POST move " + copy.id(), false);
    }

    private static void requireReachable(Copy copy) {
        if (!copy.place().isReachable()) {
            throw new IllegalArgumentException("The copy was found in Recoverable Items");
        }
    }

    private boolean move(String mailbox, String id, Place place, String folder) {
        Lying lying = open(mailbox).get(id);
        if (lying == null) {
            return false;
        }
        Copy moved = new Copy(
                id,
                place,
                folder,
                folder,
                lying.copy().receivedAt(),
                lying.copy().read());
        in(mailbox).put(id, new Lying(lying.internetMessageId(), moved));
        return true;
    }
}
