package dev.cordon.simulator.contentsearch;

import com.google.gson.JsonObject;
import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.campaigns.Delivery;
import dev.cordon.simulator.contentsearch.ContentQuery.Found;
import dev.cordon.simulator.contentsearch.ContentSearch.Location;
import dev.cordon.simulator.contentsearch.ContentSearch.Results;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailMoves;
import dev.cordon.simulator.mailbox.MailMoves.Depth;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.mailbox.RecoverableItems;
import dev.cordon.simulator.scenario.DurationRange;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs searches and purges, each in minutes of tenant time. A search counts what is kept of deleted mail too, and finds
 * nothing that is not indexed; a purge takes ten items of a mailbox at most, what its owner sees first. Safe for many
 * threads.
 *
 * @see <a href="https://learn.microsoft.com/purview/ediscovery-search-for-and-delete-email-messages">search for and delete
 *     mail</a>
 */
public final class ContentSearches {

    /** How many items of one mailbox one purge takes. */
    public static final int PURGED_AT_ONCE = 10;

    private static final DurationRange STARTING = new DurationRange(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final DurationRange RUNNING = new DurationRange(Duration.ofMinutes(1), Duration.ofMinutes(4));
    private static final DurationRange PURGING = new DurationRange(Duration.ofMinutes(2), Duration.ofMinutes(6));

    private final TenantState state;

    /** The searches of that tenant. */
    public ContentSearches(TenantState state) {
        this.state = state;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** All searches. */
    public List<ContentSearch> all() {
        return state.table(ContentSearch.TABLE).all();
    }

    /** The search of that name or id. */
    public Optional<ContentSearch> find(String nameOrId) {
        return all().stream()
                .filter(search ->
                        search.name().equalsIgnoreCase(nameOrId) || search.id().equalsIgnoreCase(nameOrId))
                .findFirst();
    }

    /** All purges. */
    public List<PurgeAction> actions() {
        return state.table(PurgeAction.TABLE).all();
    }

    /** The purge of that name or id. */
    public Optional<PurgeAction> findAction(String nameOrId) {
        return actions().stream()
                .filter(action ->
                        action.name().equalsIgnoreCase(nameOrId) || action.id().equalsIgnoreCase(nameOrId))
                .findFirst();
    }

    /** The mailbox of that name, where a search can look. */
    public Optional<Mailbox> searchable(String name) {
        return new Mailboxes(state).find(name).filter(ContentSearches::isSearchable);
    }

    private static boolean isSearchable(Mailbox mailbox) {
        return mailbox.type() != PlannedMailbox.Type.ON_PREMISES && mailbox.type() != PlannedMailbox.Type.NONE;
    }

    /**
     * Makes a search; nothing runs yet.
     *
     * @throws QueryRefused when the query cannot be read
     */
    public ContentSearch create(Cause cause, String name, String query, List<String> locations, String createdBy) {
        ContentQuery.parse(query);
        return state.atomically(() -> {
            var search = new ContentSearch(
                    state.chance().guid("content-search", name, state.events().size()),
                    name,
                    query,
                    locations,
                    createdBy,
                    state.now(),
                    0,
                    null,
                    Duration.ZERO,
                    null);
            state.table(ContentSearch.TABLE).put(key(name), search);
            record(cause, search.id(), name, "created");
            return search;
        });
    }

    /** The log of Exchange's own cmdlets has none of these. */
    private void record(Cause cause, String id, String name, String change) {
        state.record(
                new Cause(cause.actor(), cause.correlationId()),
                Activity.CHANGE_CONTENT_SEARCH,
                "ComplianceSearch",
                id,
                "",
                new JsonObject(),
                Json.object("Name", name, "change", change));
    }

    /** Starts a search, or starts it again. */
    public void start(Cause cause, ContentSearch search) {
        state.atomically(() -> {
            var generator = state.chance().generator("content-search-run", search.name(), search.runs());
            var starting = STARTING.draw(generator);
            var started = search.startedAt(state.now(), starting);
            state.table(ContentSearch.TABLE).put(key(search.name()), started);
            record(cause, search.id(), search.name(), "started");
            state.clock().at(state.now().plus(starting).plus(RUNNING.draw(generator)), () -> finish(started));
        });
    }

    /** A search that was removed or started again meanwhile ends another time, or never. */
    private void finish(ContentSearch run) {
        state.atomically(() -> state.table(ContentSearch.TABLE)
                .find(key(run.name()))
                .filter(run::equals)
                .ifPresent(
                        search -> state.table(ContentSearch.TABLE).put(key(search.name()), search.with(look(search)))));
    }

    private List<Mailbox> mailboxes(ContentSearch search) {
        return state.table(Mailbox.TABLE).all().stream()
                .filter(ContentSearches::isSearchable)
                .filter(mailbox -> search.locations().contains(ContentSearch.ALL)
                        || search.locations().stream().anyMatch(mailbox.address()::equalsIgnoreCase))
                .toList();
    }

    private Results look(ContentSearch search) {
        var query = ContentQuery.parse(search.query());
        var locations = new ArrayList<Location>();
        var unindexed = 0;
        for (var mailbox : mailboxes(search)) {
            var found = matching(mailbox, query);
            locations.add(new Location(
                    mailbox.ownerId(),
                    mailbox.address(),
                    found.size(),
                    found.stream().mapToLong(Message::size).sum()));
            unindexed += (int) new MailMoves(state)
                    .everything(mailbox)
                    .filter(this::isUnindexed)
                    .count();
        }
        return new Results(state.now(), locations, unindexed);
    }

    private List<Message> matching(Mailbox mailbox, Predicate<Found> query) {
        return new MailMoves(state)
                .everything(mailbox)
                .filter(message -> !isUnindexed(message))
                .filter(message -> query.test(new Found(message, senderName(message))))
                .toList();
    }

    private Optional<Delivery> delivery(Message message) {
        return new Campaigns(state).ofCopy(MailMoves.immutableId(message.id()));
    }

    private boolean isUnindexed(Message message) {
        return delivery(message).filter(Delivery::unindexed).isPresent();
    }

    private String senderName(Message message) {
        return delivery(message).map(Delivery::senderName).orElse("");
    }

    /** Takes a search out, and its purge with it. */
    public void remove(Cause cause, ContentSearch search) {
        state.atomically(() -> {
            state.table(ContentSearch.TABLE).remove(key(search.name()));
            state.table(PurgeAction.TABLE).remove(key(search.name() + PurgeAction.SUFFIX));
            record(cause, search.id(), search.name(), "removed");
        });
    }

    /** Begins to purge what a search that has ended found. */
    public PurgeAction purge(Cause cause, ContentSearch search, Depth depth, String createdBy) {
        return state.atomically(() -> {
            var name = search.name() + PurgeAction.SUFFIX;
            var number = state.events().size();
            var generator = state.chance().generator("content-purge-run", name, number);
            var starting = STARTING.draw(generator);
            var action = new PurgeAction(
                    state.chance().guid("content-purge", name, number),
                    name,
                    search.name(),
                    depth,
                    createdBy,
                    state.now(),
                    starting,
                    null,
                    null);
            state.table(PurgeAction.TABLE).put(key(name), action);
            record(cause, action.id(), name, "created");
            var actor = new Cause(cause.actor(), cause.correlationId());
            state.clock()
                    .at(state.now().plus(starting).plus(PURGING.draw(generator)), () -> finish(actor, action, search));
            return action;
        });
    }

    /** An action that was removed meanwhile still does its work; nothing tells of it. */
    private void finish(Cause cause, PurgeAction action, ContentSearch search) {
        state.atomically(() -> {
            var purged = new ArrayList<Location>();
            var results = search.results();
            if (results != null) {
                results.locations().stream()
                        .filter(location -> location.items() > 0)
                        .forEach(location -> purged.add(purge(cause, action, search, location)));
            }
            state.table(PurgeAction.TABLE)
                    .find(key(action.name()))
                    .filter(action::equals)
                    .ifPresent(known ->
                            state.table(PurgeAction.TABLE).put(key(action.name()), known.ended(state.now(), purged)));
        });
    }

    private Location purge(Cause cause, PurgeAction action, ContentSearch search, Location location) {
        var mailbox = state.table(Mailbox.TABLE).find(location.ownerId());
        if (mailbox.isEmpty()) {
            return new Location(location.ownerId(), location.address(), 0, 0);
        }
        var taken = matching(mailbox.get(), ContentQuery.parse(search.query())).stream()
                .filter(message -> canGo(mailbox.get(), message, action.depth()))
                .limit(PURGED_AT_ONCE)
                .toList();
        var moves = new MailMoves(state);
        taken.forEach(message -> moves.purge(cause, mailbox.get(), message, action.depth()));
        return new Location(
                location.ownerId(),
                location.address(),
                taken.size(),
                taken.stream().mapToLong(Message::size).sum());
    }

    /** What lies among the recoverable items goes no deeper by a soft deletion, and nothing goes deeper than to the end. */
    private boolean canGo(Mailbox mailbox, Message message, Depth depth) {
        var kept = new RecoverableItems(state)
                .folders(mailbox.ownerId()).stream()
                        .filter(folder -> folder.name().equals(message.folder()))
                        .findFirst();
        return kept.isEmpty() || (depth == Depth.HARD && kept.get().wellKnown().equals("recoverableitemsdeletions"));
    }

    /** Takes a purge out of the list, so that another can follow. */
    public void remove(Cause cause, PurgeAction action) {
        state.atomically(() -> {
            state.table(PurgeAction.TABLE).remove(key(action.name()));
            record(cause, action.id(), action.name(), "removed");
        });
    }
}
