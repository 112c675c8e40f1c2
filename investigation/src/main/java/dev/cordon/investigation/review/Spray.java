package dev.cordon.investigation.review;

import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.UserAgents;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.Fact;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.review.SignIns.Success;
import dev.cordon.investigation.review.SignIns.Try;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Few passwords tried on many accounts, fast or slow, from one address, from one network or with one program. A user who forgot his password and
 * a program that repeats a wrong one are none; neither is an office whose people mistype: there more of them sign in than fail.
 */
final class Spray {
    private static final String SPRAY = "T1110.003";
    private static final Duration FAST = Duration.ofHours(1);

    /** So many accounts within {@link #FAST}. */
    private static final int FEWEST = 5;

    /** So many accounts without regard to time: over days people mistype too. */
    private static final int FEWEST_SLOW = 8;

    /** So many where only the network or the program is the same. */
    private static final int FEWEST_SPREAD = 10;

    /** Tries on one account that are a program's, where they are also ten times as many as usual. */
    private static final int HAMMERING = 50;

    private static final int MOST_NAMED = 10;

    /** Scores. */
    private static final int SURE = 90;

    private static final int DOUBTFUL = 50;

    private final String source;
    private final List<Try> tries;
    private final Set<String> accounts;
    private final List<Success> followed;
    private final List<Success> untried;
    private final boolean isFast;

    private Spray(
            String source,
            List<Try> tries,
            Set<String> accounts,
            List<Success> followed,
            List<Success> untried,
            boolean isFast) {
        this.source = source;
        this.tries = tries;
        this.accounts = accounts;
        this.followed = followed;
        this.untried = untried;
        this.isFast = isFast;
    }

    /** Every spray in the sign-ins; each wrong password is of one at most. */
    static List<Spray> in(SignIns signIns) {
        List<Spray> found = new ArrayList<>();
        List<Try> left = found(found, signIns.tries(), Try::address, signIns::from, "", FEWEST, FEWEST_SLOW);
        Map<String, Map<String, Success>> networks = left.isEmpty() ? Map.of() : signIns.byNetwork();
        left = found(
                found,
                left,
                Try::network,
                network -> networks.getOrDefault(network, Map.of()),
                "network ",
                FEWEST_SPREAD,
                FEWEST_SPREAD);
        found(found, left, Try::userAgent, signIns::with, "program ", FEWEST_SPREAD, FEWEST_SPREAD);
        return found;
    }

    private static List<Try> found(
            List<Spray> found,
            List<Try> tries,
            Function<Try, String> common,
            Function<String, Map<String, Success>> successes,
            String word,
            int fewestFast,
            int fewestSlow) {
        List<Try> left = new ArrayList<>();
        SignIns.by(common, tries).forEach((source, there) -> {
            Map<String, List<Try>> byAccount = SignIns.by(Try::account, there);
            if (source.isBlank() || byAccount.size() < Math.min(fewestFast, fewestSlow)) {
                left.addAll(there);
                return;
            }
            Map<String, Success> known = successes.apply(source);
            Spray spray = of(word, source, there, byAccount, known);
            boolean isOne =
                    (spray.isFast && spray.accounts.size() >= fewestFast) || spray.accounts.size() >= fewestSlow;
            if (isOne && !spray.isOfAnOffice(known)) {
                found.add(spray);
            } else {
                left.addAll(there);
            }
        });
        left.sort(Try.ORDER);
        return left;
    }

    private static Spray of(
            String word,
            String source,
            List<Try> there,
            Map<String, List<Try>> byAccount,
            Map<String, Success> successes) {
        List<Integer> counts =
                byAccount.values().stream().map(List::size).sorted().toList();
        int usual = counts.get(counts.size() / 2);
        Set<String> accounts = new LinkedHashSet<>();
        Map<String, Instant> begun = new HashMap<>();
        byAccount.forEach((account, tried) -> {
            if (tried.size() <= HAMMERING || tried.size() <= 10 * usual) {
                accounts.add(account);
                begun.put(account, tried.getFirst().at());
            }
        });
        List<Try> tries =
                there.stream().filter(one -> accounts.contains(one.account())).toList();
        List<Success> followed = successes.values().stream()
                .filter(success -> begun.containsKey(success.account()))
                .filter(success -> !success.lastAt().isBefore(begun.getOrDefault(success.account(), Instant.MAX)))
                .toList();
        // A network and a program are shared with people who have nothing to do with it.
        List<Success> untried = word.isEmpty() && !tries.isEmpty() ? untried(there, byAccount, successes) : List.of();
        return new Spray(word + source, tries, accounts, followed, untried, isFast(tries));
    }

    /** Who came in from there only after it had begun, without one wrong password: the first that was tried may have fitted. */
    private static List<Success> untried(
            List<Try> there, Map<String, List<Try>> byAccount, Map<String, Success> successes) {
        Instant begun = there.getFirst().at();
        return successes.values().stream()
                .filter(success -> !byAccount.containsKey(success.account()))
                .filter(success -> !success.firstAt().isBefore(begun))
                .toList();
    }

    /** With the tool that tried the others' passwords. */
    private boolean isSameTool(Success success) {
        return UserAgents.isAutomation(success.userAgent())
                && tries.stream().anyMatch(one -> one.userAgent().equals(success.userAgent()));
    }

    private List<Success> gotIn() {
        return Stream.concat(followed.stream(), untried.stream().filter(this::isSameTool))
                .toList();
    }

    private static boolean isFast(List<Try> tries) {
        Deque<Try> window = new ArrayDeque<>();
        Map<String, Integer> within = new HashMap<>();
        for (Try one : tries) {
            window.addLast(one);
            within.merge(one.account(), 1, Integer::sum);
            while (Duration.between(window.getFirst().at(), one.at()).compareTo(FAST) > 0) {
                within.computeIfPresent(
                        window.removeFirst().account(), (account, count) -> count == 1 ? null : count - 1);
            }
            if (within.size() >= FEWEST) {
                return true;
            }
        }
        return false;
    }

    /** Where many sign in, some mistype. Those who came in only after they were tried prove nothing. */
    private boolean isOfAnOffice(Map<String, Success> successes) {
        Map<String, Instant> begun = new HashMap<>();
        tries.forEach(one -> begun.merge(one.account(), one.at(), (a, b) -> a.isBefore(b) ? a : b));
        long regulars = successes.values().stream()
                .filter(success -> success.firstAt().isBefore(begun.getOrDefault(success.account(), Instant.MAX)))
                .count();
        long afterwards = successes.size() - regulars;
        return regulars >= accounts.size() || afterwards * 2 > accounts.size();
    }

    /** The addresses it came from. */
    Set<String> addresses() {
        return tries.stream()
                .map(Try::address)
                .filter(address -> !address.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether every address of it lies in a network that the organisation's people come from all over. */
    Optional<Fact> explained(OrganisationFacts facts) {
        List<Optional<Fact>> each = addresses().stream().map(facts::ofAddress).toList();
        return !each.isEmpty() && each.stream().allMatch(Optional::isPresent) ? each.getFirst() : Optional.empty();
    }

    /** Who was signed in to from there afterwards. */
    Stream<Whereabouts.Visit> visits(SignIns signIns) {
        return addresses().stream()
                .flatMap(address -> gotIn().stream()
                        .map(Success::account)
                        .map(signIns.from(address)::get)
                        .filter(Objects::nonNull)
                        .map(success -> new Whereabouts.Visit(success.account(), success.lastAt(), address, true)));
    }

    /** The spray, and a finding for each account that was signed in to from there. */
    Stream<ReviewFinding> findings(OrganisationFacts facts) {
        Optional<Fact> fact = explained(facts);
        return Stream.of(
                        Stream.of(finding(fact)),
                        followed.stream().map(success -> signedIn(success, fact)),
                        untried.stream().map(success -> signedInUntried(success, fact)))
                .flatMap(Function.identity());
    }

    private static Judgement judged(int score, List<Reason> reasons, Optional<Fact> fact) {
        var judged = new Judgement(Verdict.ofScore(score), score, reasons);
        return fact.map(known -> known.applied(judged, Verdict.BENIGN)).orElse(judged);
    }

    private ReviewFinding finding(Optional<Fact> fact) {
        List<Success> gotIn = gotIn();
        boolean isSure = !gotIn.isEmpty() || (isFast && accounts.size() >= 2 * FEWEST);
        List<Reason> reasons = new ArrayList<>();
        gotIn.stream()
                .limit(MOST_NAMED)
                .forEach(success -> reasons.add(Verdicts.reason(
                        "followed-by-success",
                        "T1078.004",
                        Quote.of(success.account()) + " was signed in to from there afterwards, last at "
                                + success.lastAt().truncatedTo(ChronoUnit.SECONDS) + ".")));
        reasons.add(Verdicts.reason(
                "many-accounts",
                SPRAY,
                accounts.size() + " accounts were tried with " + tries.size() + " wrong passwords from "
                        + tries.getFirst().at().truncatedTo(ChronoUnit.SECONDS) + " to "
                        + tries.getLast().at().truncatedTo(ChronoUnit.SECONDS) + (isFast ? "." : ", slowly.")));
        if (gotIn.isEmpty()) {
            reasons.add(
                    Verdicts.reason("no-success", "", "No row shows that one of them was signed in to from there."));
        }
        if (untried.size() > gotIn.size() - followed.size()) {
            reasons.add(
                    Verdicts.reason(
                            "others-signed-in",
                            "",
                            "Others were signed in to from there since it began, without a wrong password before: see those sign-ins."));
        }
        List<String> ids = Stream.concat(
                        tries.stream().map(Try::id), gotIn.stream().map(Success::lastId))
                .distinct()
                .toList();
        Judgement judged = judged(isSure ? SURE : DOUBTFUL, reasons, fact);
        var finding = new ReviewFinding(
                FindingKind.PASSWORD_SPRAY,
                source,
                FindingState.UNKNOWN,
                ids,
                0,
                String.join(", ", addresses().stream().limit(MOST_NAMED).toList()),
                tries.getFirst().at(),
                judged.verdict(),
                gotIn.isEmpty() ? Confidence.LIKELY : Confidence.CONFIRMED,
                judged.reasons(),
                gotIn.size() == 1 ? gotIn.getFirst().account() : "");
        return finding.from(addresses().stream());
    }

    private ReviewFinding signedIn(Success success, Optional<Fact> fact) {
        return signedIn(success, SURE, "after this one had been tried too.", fact);
    }

    private ReviewFinding signedInUntried(Success success, Optional<Fact> fact) {
        return isSameTool(success)
                ? signedIn(
                        success,
                        SURE,
                        "and with the same tool, " + Quote.of(success.userAgent())
                                + ": the first password that was tried on this one may have fitted.",
                        fact)
                : signedIn(
                        success,
                        DOUBTFUL,
                        "for the first time after that had begun. No wrong password was tried on this one: the first may have"
                                + " fitted, or somebody of yours came from there.",
                        fact);
    }

    private ReviewFinding signedIn(Success success, int score, String how, Optional<Fact> fact) {
        Judgement judged = judged(
                score,
                List.of(Verdicts.reason(
                        "from-sprayer",
                        "T1078.004",
                        "Somebody signed in from where passwords were tried on " + accounts.size() + " accounts, "
                                + how)),
                fact);
        var finding = new ReviewFinding(
                FindingKind.SIGN_IN,
                success.account(),
                FindingState.UNKNOWN,
                Stream.of(success.firstId(), success.lastId()).distinct().toList(),
                0,
                success.account(),
                success.lastAt(),
                judged.verdict(),
                judged.verdict() == Verdict.MALICIOUS ? Confidence.LIKELY : Confidence.UNKNOWN,
                judged.reasons());
        return finding.from(Stream.of(success.address()));
    }

    /** Sign-ins by tools and libraries, one finding for each account; from where an attacker was they are his. */
    static List<ReviewFinding> byTools(SignIns signIns, Whereabouts whereabouts) {
        Map<String, List<Success>> byAccount = new TreeMap<>();
        signIns.withTools()
                .values()
                .forEach(there -> there.values()
                        .forEach(success -> byAccount
                                .computeIfAbsent(success.account(), none -> new ArrayList<>())
                                .add(success)));
        List<ReviewFinding> findings = new ArrayList<>();
        byAccount.forEach((account, successes) -> findings.add(byTool(account, successes, whereabouts)));
        return findings;
    }

    private static ReviewFinding byTool(String account, List<Success> successes, Whereabouts whereabouts) {
        Success first = successes.stream()
                .reduce((one, other) -> one.firstAt().isAfter(other.firstAt()) ? other : one)
                .orElseThrow();
        Set<String> programs = new HashSet<>();
        Optional<Reason> attackers = successes.stream()
                .flatMap(success -> whereabouts.visit(account, success.address()).stream())
                .min(Whereabouts.Visit.ORDER)
                .map(visit -> Verdicts.reason(
                        "attackers-place",
                        "T1078.004",
                        "It came from " + Quote.of(visit.address()) + ", from where an attacker was in "
                                + Quote.of(visit.user()) + "."));
        Stream<Reason> tools = successes.stream()
                .filter(success -> programs.add(success.userAgent()))
                .limit(MOST_NAMED)
                .map(success -> Verdicts.reason(
                        "tool",
                        "T1078.004",
                        "Somebody signed in with a tool, " + Quote.of(success.userAgent())
                                + ", and not with a browser."));
        var finding = new ReviewFinding(
                FindingKind.SIGN_IN,
                account,
                FindingState.UNKNOWN,
                successes.stream()
                        .flatMap(success -> Stream.of(success.firstId(), success.lastId()))
                        .distinct()
                        .sorted()
                        .toList(),
                0,
                account,
                first.firstAt(),
                attackers.isPresent() ? Verdict.MALICIOUS : Verdict.REVIEW,
                attackers.isPresent() ? Confidence.LIKELY : Confidence.UNKNOWN,
                Stream.concat(attackers.stream(), tools).toList());
        return finding.from(successes.stream().map(Success::address));
    }
}
