package dev.cordon.simulator.attacker;

import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.scenario.OtherHand;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.AccountChanges;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Others who act in the tenant meanwhile, each once: what they do has its event and its rows in the logs, but shows in no
 * request log, for they work from elsewhere. Ends with {@link #close}.
 */
public final class OtherHands implements AutoCloseable {

    private static final String ELSEWHERE = "192.0.2.60";
    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/133.0.0.0";

    /** Who has started already; kept in the state so that a snapshot holds it. */
    private record Started(int number) {
        static final TableKey<Started> TABLE = new TableKey<>("other-hands", Started.class);
    }

    private final TenantState state;
    private final List<OtherHand> hands;
    private final AccountChanges accounts;
    private volatile boolean closed;

    private OtherHands(TenantState state) {
        this.state = state;
        this.hands = state.scenario().otherHands();
        this.accounts = new AccountChanges(state);
    }

    /** Lets them begin. */
    public static OtherHands enter(Tenant tenant) {
        var others = new OtherHands(tenant.state());
        others.begin();
        return others;
    }

    private void begin() {
        for (var number = 0; number < hands.size(); number++) {
            var at = hands.get(number).at();
            if (at != null) {
                start(number, at.plus(hands.get(number).after()));
            }
        }
        state.onEvent(this::hear);
    }

    private void hear(TenantEvent event) {
        var happened = Reactions.event(event);
        for (var number = 0; happened.isPresent() && !closed && number < hands.size(); number++) {
            var hand = hands.get(number);
            if (hand.when() == happened.get() && Reactions.concerns(event, id(hand.user()), state)) {
                start(number, state.now().plus(hand.after()));
            }
        }
    }

    private String id(String upn) {
        return People.id(state.chance(), upn);
    }

    private void start(int number, Instant at) {
        var key = String.valueOf(number);
        if (state.table(Started.TABLE).find(key).isEmpty()) {
            state.table(Started.TABLE).put(key, new Started(number));
            state.clock().at(at, () -> act(hands.get(number), number));
        }
    }

    private void act(OtherHand hand, int number) {
        var user = state.table(User.TABLE).find(id(hand.user()));
        if (closed || user.isEmpty()) {
            return;
        }
        var actor = new Actor(Caller.USER, id(hand.by()), hand.by(), null, ELSEWHERE, BROWSER, null);
        var cause = new Cause(actor, state.chance().guid("other-hand", number));
        switch (hand.act()) {
            case REVOKE -> accounts.revokeSessions(user.get(), cause, state.now());
            case RESET_PASSWORD ->
                accounts.setPassword(user.get(), state.chance().letters(18, "other-hand", number) + "-4z", true, cause);
            case DISABLE -> accounts.setEnabled(user.get(), false, cause);
            case ENABLE -> accounts.setEnabled(user.get(), true, cause);
            case REMOVE_RULE ->
                rule(Objects.requireNonNull(hand.match())).ifPresent(rule -> new Mailboxes(state).remove(cause, rule));
        }
    }

    private Optional<InboxRule> rule(String name) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> name.equals(origin.scenarioId()))
                .findFirst()
                .flatMap(origin -> state.table(InboxRule.TABLE).find(origin.ownerId() + "/" + origin.wireId()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
