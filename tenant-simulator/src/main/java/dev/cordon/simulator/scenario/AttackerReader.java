package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Attacker.Event;
import dev.cordon.simulator.scenario.Attacker.HeldSession;
import dev.cordon.simulator.scenario.Attacker.Knowledge;
import dev.cordon.simulator.scenario.Attacker.Move;
import dev.cordon.simulator.scenario.Attacker.Origin;
import dev.cordon.simulator.scenario.Attacker.Sending;
import dev.cordon.simulator.scenario.Attacker.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code attacker}. */
final class AttackerReader {

    private static final Set<String> RESOURCES = Set.of("graph", "exchange", "compliance");

    private AttackerReader() {}

    /** Learns the names his plan may refer to: sessions he holds, and what his moves will make. */
    static void collectNames(Section section) {
        var reading = section.reading();
        section.find("holds").ifPresent(holds -> names(holds, "id", reading.sessions));
        section.items("plan").forEach(move -> {
            PeopleReader.scalarAsWritten(move, "as").forEach(name -> {
                reading.sessions.add(name);
                reading.objects.add(name);
            });
        });
    }

    private static void names(Node node, String key, Set<String> into) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .map(NodeTuple::getValueNode)
                    .filter(SequenceNode.class::isInstance)
                    .flatMap(value -> ((SequenceNode) value).getValue().stream())
                    .forEach(item -> into.addAll(PeopleReader.scalarAsWritten(item, key)));
        }
    }

    static Attacker attacker(Section section) {
        var holds = section.section("holds");
        var methods = holds.texts("methods");
        methods.forEach(method -> known(holds, "methods", method, holds.reading().objects));
        return new Attacker(
                section.sections("from").stream().map(AttackerReader::origin).toList(),
                section.sections("knows").stream()
                        .map(AttackerReader::knowledge)
                        .toList(),
                sessions(holds),
                methods,
                moves(section));
    }

    private static Origin origin(Section section) {
        return new Origin(
                section.text("ip"),
                section.findText("country"),
                section.findText("city"),
                section.findText("userAgent"));
    }

    private static Knowledge knowledge(Section section) {
        var user = section.account("user");
        var isFlag = section.find("password")
                .map(node -> node.getTag().equals(Tag.BOOL))
                .orElse(true);
        return isFlag
                ? new Knowledge(user, section.flag("password", true), null)
                : new Knowledge(user, true, section.findText("password"));
    }

    private static List<HeldSession> sessions(Section holds) {
        var sessions = new ArrayList<HeldSession>();
        for (var section : holds.sections("sessions")) {
            session(section, sessions);
        }
        return sessions;
    }

    private static void session(Section section, List<HeldSession> sessions) {
        var start = section.reading().start();
        var id = section.text("id");
        var user = section.account("user");
        var resources = section.has("resources") ? section.texts("resources") : List.of("graph", "exchange");
        resources.forEach(resource -> known(section, "resources", resource, RESOURCES));
        var cae = section.flag("cae", false);
        var mfa = section.flag("mfa", true);
        var refresh = section.flag("refreshToken", true);
        var issued = section.has("issued") ? section.moment("issued") : start;
        var accessIssued =
                section.has("accessTokenIssued") ? section.moment("accessTokenIssued") : later(issued, start);
        var life = section.duration("accessTokenLife", Duration.ofMinutes(75));
        section.build(() -> new HeldSession(id, user, resources, cae, mfa, refresh, issued, accessIssued, life))
                .ifPresent(sessions::add);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void known(Section section, String key, String name, Set<String> names) {
        if (!names.contains(name)) {
            section.problem(
                    key,
                    "'" + name + "' is unknown; known are "
                            + String.join(", ", names.stream().sorted().toList()));
        }
    }

    private static List<Move> moves(Section section) {
        var moves = new ArrayList<Move>();
        var soleVictim = section.items("knows").size() == 1;
        for (var each : section.sections("plan")) {
            move(each, soleVictim, moves);
        }
        return moves;
    }

    private static void move(Section section, boolean soleVictim, List<Move> moves) {
        var at = section.findMoment("at");
        var when = section.findChoice("when", Event.class);
        if (section.has("at") == section.has("when")) {
            section.problem("do", "a move needs either at or when");
        }
        if (!section.has("do")) {
            section.problem("do", "is missing");
        }
        var verb = section.choice("do", Verb.class, Verb.REFRESH);
        var after = section.duration("after", Duration.ZERO);
        var every = section.findDuration("every");
        if (every != null && !every.isPositive()) {
            section.problem("every", "must be above zero");
        }
        var times = section.number("times", every == null ? 1 : Integer.MAX_VALUE);
        var user = section.findAccount("user");
        var match = section.find("match").filter(SequenceNode.class::isInstance).isPresent()
                ? section.texts("match")
                : single(section.findText("match"));
        match.forEach(id -> known(section, "match", id, section.reading().objects));
        var like = section.findText("like");
        if (like != null) {
            known(section, "like", like, section.reading().objects);
        }
        var kind = section.findChoice("kind", ObjectKind.class);
        var object = kind == null || !section.has("object") ? null : ObjectReader.object(section, "object", kind);
        var session = session(section);
        var with = with(section);
        var attachments = FraudReader.attachments(section);
        checkVerb(section, verb, soleVictim);
        section.build(() -> new Move(
                        at,
                        when,
                        after,
                        every,
                        times,
                        verb,
                        user,
                        match,
                        like,
                        kind,
                        object,
                        section.flag("hidden", false),
                        session,
                        with,
                        section.findText("as"),
                        section.findText("folder"),
                        section.findText("query"),
                        section.findText("subject"),
                        section.findText("body"),
                        section.texts("to"),
                        section.number("count", 10),
                        section.findText("from"),
                        new Sending(section.texts("replyTo"), attachments, section.flag("saveToSentItems", true))))
                .ifPresent(moves::add);
    }

    private static List<String> single(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static @Nullable String session(Section section) {
        var session = section.findText("session");
        if (session != null && !session.equals(Attacker.ANY_LIVE)) {
            known(section, "session", session, section.reading().sessions);
        }
        return session;
    }

    private static List<String> with(Section section) {
        var with = section.texts("with");
        with.stream()
                .filter(factor -> !factor.equals(Attacker.PASSWORD))
                .forEach(method -> known(section, "with", method, section.reading().objects));
        return with;
    }

    private static void checkVerb(Section section, Verb verb, boolean soleVictim) {
        switch (verb) {
            case CREATE -> {
                if (!section.has("like") && !(section.has("kind") && section.has("object"))) {
                    section.problem("do", "create needs like, or kind and object");
                }
            }
            case DELETE -> {
                if (!section.has("like") && !section.has("match")) {
                    section.problem("do", "delete needs like or match");
                }
            }
            case SIGN_IN -> {
                if (!section.has("user") && !soleVictim) {
                    section.problem("user", "is missing: whom does he sign in as?");
                }
            }
            case DELETE_MAIL -> {
                if (!section.has("query")) {
                    section.problem("query", "is missing: which messages does he delete?");
                }
            }
            case REFRESH, READ_MAIL, SEND_MAIL, SEARCH, CONSENT, REGISTER_DEVICE -> {}
        }
    }
}
