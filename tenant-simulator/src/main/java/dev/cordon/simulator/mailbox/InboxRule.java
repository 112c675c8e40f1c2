package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.state.TableKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A rule of a mailbox, in the shape Graph gives rules, with folders by id.
 *
 * @param identity Exchange's RuleIdentity: an unsigned 64-bit number in decimal
 * @param origin what keeps it apart from rules people can see
 */
public record InboxRule(
        String identity,
        String ownerId,
        String name,
        int sequence,
        boolean enabled,
        Origin origin,
        Instant created,
        JsonObject conditions,
        JsonObject exceptions,
        JsonObject actions) {

    /** All rules, by {@link #key()}. */
    public static final TableKey<InboxRule> TABLE = new TableKey<>("inbox-rules", InboxRule.class);

    /** Who can see a rule. */
    public enum Origin {
        /** Everybody who may read rules. */
        VISIBLE,
        /** Only who asks for hidden ones. */
        HIDDEN,
        /** Nobody but Outlook; any rule edit through Exchange drops it. */
        CLIENT_ONLY,
        /** Exchange's own, hidden too. */
        SYSTEM
    }

    /** Copies the trees. */
    public InboxRule {
        conditions = conditions.deepCopy();
        exceptions = exceptions.deepCopy();
        actions = actions.deepCopy();
    }

    /** The table key: owner and identity. */
    public String key() {
        return ownerId + "/" + identity;
    }

    /** The id Graph shows: the same 64 bits in another writing. */
    public String graphId() {
        var bytes =
                ByteBuffer.allocate(8).putLong(Long.parseUnsignedLong(identity)).array();
        return Base64.getUrlEncoder()
                .encodeToString(
                        HexFormat.of().parseHex("01000000" + HexFormat.of().formatHex(bytes)));
    }

    /** The same rule, enabled or not. */
    public InboxRule withEnabled(boolean on) {
        return new InboxRule(identity, ownerId, name, sequence, on, origin, created, conditions, exceptions, actions);
    }

    /** The same rule with another content. */
    public InboxRule withContent(
            String newName,
            int newSequence,
            JsonObject newConditions,
            JsonObject newExceptions,
            JsonObject newActions) {
        return new InboxRule(
                identity,
                ownerId,
                newName,
                newSequence,
                enabled,
                origin,
                created,
                newConditions,
                newExceptions,
                newActions);
    }
}
