package dev.cordon.investigation.review;

import dev.cordon.investigation.Network;
import dev.cordon.investigation.UserAgents;
import dev.cordon.investigation.lines.Stay;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Gathers the sign-ins of the rows: each wrong password, and of those that worked who came from where with what. For one thread. */
final class SignIns {
    /** Wrong passwords that are kept one by one. */
    private static final int MOST_TRIES = 300_000;

    /** A password was wrong, or the account is not there or was locked after too many of them. */
    private static final Pattern WRONG = Pattern.compile(
            "(?i).*(\\b(50126|50034|50053|50056|50055|50057|50064)\\b|invalidusernameorpassword|invalidpassword|useraccountnotfound"
                    + "|idslocked|userdisabled|useraccountisdisabled|invalidpasswordexpiredpassword).*");

    private static final Set<String> NOBODY =
            Set.of("", "not available", "unknown", "00000000-0000-0000-0000-000000000000");

    private final Foremost<Try, Try> tries = new Foremost<>(Try.ORDER.reversed(), (one, _) -> one, MOST_TRIES);
    private final Successes byAddress = new Successes();
    private final Successes byProgram = new Successes();

    /** A password that was tried. */
    record Try(Instant at, String id, String account, String address, String userAgent) {
        static final Comparator<Try> ORDER = Comparator.comparing(Try::at)
                .thenComparing(Try::id)
                .thenComparing(Try::account)
                .thenComparing(Try::address)
                .thenComparing(Try::userAgent);

        String network() {
            return Network.of(address);
        }
    }

    /** The first and the last time that somebody signed in, with the rows; address and program are those of the first time. */
    record Success(
            String account,
            Instant firstAt,
            String firstId,
            Instant lastAt,
            String lastId,
            String address,
            String userAgent,
            long daysSeen) {
        static Success of(LogRecord row) {
            return new Success(
                    plain(row.actor()),
                    row.at(),
                    row.id(),
                    row.at(),
                    row.id(),
                    Row.address(row),
                    row.userAgent(),
                    Stay.at("", "", row.at()).daysSeen());
        }

        /** The same with another one, in whatever order they come. */
        Success and(Success other) {
            boolean isEarlier = before(other.firstAt, other.firstId, firstAt, firstId);
            boolean isLater = before(lastAt, lastId, other.lastAt, other.lastId);
            return new Success(
                    account,
                    isEarlier ? other.firstAt : firstAt,
                    isEarlier ? other.firstId : firstId,
                    isLater ? other.lastAt : lastAt,
                    isLater ? other.lastId : lastId,
                    isEarlier ? other.address : address,
                    isEarlier ? other.userAgent : userAgent,
                    daysSeen | other.daysSeen);
        }

        private static boolean before(Instant at, String id, Instant other, String otherId) {
            int order = at.compareTo(other);
            return order < 0 || (order == 0 && id.compareTo(otherId) < 0);
        }
    }

    /** Whether a row of that operation is a sign-in of a person. */
    static boolean isOne(LogRecord row, String operation) {
        return row.log() == LogRecord.Log.SIGN_INS
                ? !row.operation().equals(LogRecord.APPLICATIONS_SIGN_IN)
                : operation.equals("userloggedin") || operation.equals("userloginfailed");
    }

    void take(LogRecord row, String operation, Supplier<RowDetail> detail) {
        boolean hasFailed = operation.equals("userloginfailed")
                || (row.log() == LogRecord.Log.SIGN_INS && row.outcome() != LogRecord.Outcome.SUCCEEDED);
        if (!hasFailed) {
            succeeded(row);
        } else if (!NOBODY.contains(plain(row.actor())) && isWrongPassword(row, detail.get())) {
            var one = new Try(row.at(), row.id(), plain(row.actor()), Row.address(row), row.userAgent());
            tries.put(one, one);
        }
    }

    private static boolean isWrongPassword(LogRecord row, RowDetail detail) {
        return WRONG.matcher(detail.audit().error() + " " + row.result()).matches();
    }

    private void succeeded(LogRecord row) {
        Success success = Success.of(row);
        if (NOBODY.contains(success.account)) {
            return;
        }
        byAddress.add(success.address, success);
        if (!row.userAgent().isBlank()) {
            byProgram.add(row.userAgent(), success);
        }
    }

    static String plain(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }

    /** Each wrong password once, oldest first. */
    List<Try> tries() {
        Map<String, Try> once = new TreeMap<>();
        tries.byKey().values().stream().sorted(Try.ORDER).forEach(one -> once.putIfAbsent(one.id, one));
        return once.values().stream().sorted(Try.ORDER).toList();
    }

    /** Who signed in from there, by account. */
    Map<String, Success> from(String address) {
        return byAddress.of(address);
    }

    /** Who was where. */
    List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        byAddress
                .all()
                .forEach((address, there) -> there.values()
                        .forEach(success -> stays.add(new Stay(
                                success.account, address, success.firstAt, success.lastAt, success.daysSeen))));
        return stays;
    }

    /** Who signed in from each network, by account. */
    Map<String, Map<String, Success>> byNetwork() {
        Map<String, Map<String, Success>> found = new HashMap<>();
        byAddress.all().forEach((address, there) -> {
            Map<String, Success> network = found.computeIfAbsent(Network.of(address), none -> new TreeMap<>());
            there.forEach((account, success) -> network.merge(account, success, Success::and));
        });
        return found;
    }

    /** Who signed in with that program, by account. */
    Map<String, Success> with(String userAgent) {
        return byProgram.of(userAgent);
    }

    /** Programs that are tools and libraries, with who signed in with them. */
    Map<String, Map<String, Success>> withTools() {
        Map<String, Map<String, Success>> found = new TreeMap<>();
        byProgram.all().forEach((program, there) -> {
            if (UserAgents.isAutomation(program)) {
                found.put(program, there);
            }
        });
        return found;
    }

    /** What could not be held, a sentence; empty where everything was. */
    Optional<String> cut() {
        return tries.isCut() || byAddress.isCut() || byProgram.isCut()
                ? Optional.of("There were more sign-ins than are compared with each other: " + MOST_TRIES
                        + " wrong passwords, the latest ones, and " + Successes.MOST_PAIRS
                        + " pairs of account and address are.")
                : Optional.empty();
    }

    /** Tries by what they have in common. */
    static Map<String, List<Try>> by(Function<Try, String> source, List<Try> tries) {
        Map<String, List<Try>> found = new TreeMap<>();
        tries.forEach(one -> found.computeIfAbsent(source.apply(one), none -> new ArrayList<>())
                .add(one));
        return found;
    }
}
