package dev.cordon.investigation;

import dev.cordon.tenant.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows the attacker again in rows that a picture has not seen. */
final class SignInJudge {
    private final AttackPicture picture;

    SignInJudge(AttackPicture picture) {
        this.picture = picture;
    }

    List<JudgedSignIn> attackersAmong(List<SignIn> rows, Instant since) {
        return rows.stream()
                .filter(row -> row.succeeded() && !row.at().isBefore(since))
                .map(row -> new JudgedSignIn(row, judge(row)))
                .filter(JudgedSignIn::isAttackers)
                .toList();
    }

    private Judgement judge(SignIn row) {
        if (picture.isAttackerAddress(row.ipAddress())) {
            return certain(
                    "attacker-address", "It came from the attacker's address " + Quote.of(row.ipAddress()) + ".");
        }
        boolean session =
                row.sessionId().filter(picture.attackerSessions()::contains).isPresent();
        if (session && !picture.isOwnAddress(row.ipAddress())) {
            return certain("attacker-session", "It belongs to a session that the attacker used.");
        }
        if (picture.attackerUserAgents().contains(UserAgents.family(row.userAgent()))
                && !picture.isOwnAddress(row.ipAddress())) {
            return certain("attacker-program", "It used the attacker's program from a place that is not the user's.");
        }
        return unknownRow(row);
    }

    /** Rows nothing links to the attacker: only a tool in a new place is certain without the whole history. */
    private Judgement unknownRow(SignIn row) {
        if (UserAgents.isAutomation(row.userAgent()) && !picture.isOwnAddress(row.ipAddress())) {
            return certain("automation-tool", "It was made by a tool from a place that is not the user's.");
        }
        Reason nothing = new Reason("nothing-unusual", "Nothing links it to the attacker.", Optional.empty());
        return new Judgement(Verdict.BENIGN, 0, List.of(nothing));
    }

    static Judgement certain(String signal, String text) {
        return new Judgement(Verdict.MALICIOUS, 90, List.of(new Reason(signal, text, Optional.of("T1078.004"))));
    }

    static Set<String> changesWatched() {
        return Set.of(
                "user registered security info",
                "user deleted security info",
                "user changed default security info",
                "user updated security info",
                "consent to application",
                "add delegated permission grant",
                "add app role assignment grant to user",
                "register device",
                "add device",
                "add registered owner to device");
    }
}
