package dev.cordon.investigation.lines;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.SignalTable;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.Fact;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges rules and consents in the light of what the organisation has said of itself. Immutable. */
final class FactsOfLines {
    private final OrganisationFacts facts;
    private final SignalTable<RuleFacts> rules;
    private final SignalTable<ConsentLineFacts> consents;

    FactsOfLines(OrganisationFacts facts, LineTables tables) {
        this.facts = facts;
        this.rules = tables.rules();
        this.consents = tables.consents();
    }

    /** The domains of the organisation's own are as good as told by the line; what sends mail to partners is judged by what else it does. */
    Judgement rule(RuleLine line) {
        RuleLine known = line.withDomains(facts.domains());
        Judgement judged = judged(known);
        Judgement told = own(line).map(fact -> fact.named(judged)).orElse(judged);
        return facts.ofForwarding(line.mailbox().stream().toList(), line.forwardTo())
                .map(fact -> fact.applied(told, verdictBesideForwarding(known)))
                .orElse(told);
    }

    /** A domain that only the facts call the organisation's own. */
    private Optional<Fact> own(RuleLine line) {
        return facts.ofOwnDomain(line.forwardTo().stream()
                .filter(address -> !MailDomains.isWithin(MailDomains.of(address), line.domains()))
                .toList());
    }

    private Verdict verdictBesideForwarding(RuleLine line) {
        Set<String> targets = line.forwardTo().stream().map(MailDomains::of).collect(Collectors.toSet());
        return judged(line.withDomains(targets)).verdict();
    }

    private Judgement judged(RuleLine line) {
        return rules.judge(RuleFacts.of(line));
    }

    /** Who approved an application did so for what it is and may do, and not for what Microsoft found out since. */
    Judgement consent(ConsentLine line, Optional<Instant> newest) {
        ConsentLineFacts known = ConsentLineFacts.of(line, newest);
        Judgement judged = consents.judge(known);
        return facts.ofApplication(line.ids())
                .map(fact -> fact.applied(judged, rest(known)))
                .orElse(judged);
    }

    private Verdict rest(ConsentLineFacts known) {
        Set<String> explained = new HashSet<>(consents.names());
        explained.removeAll(List.of(ConsentLineSignals.DISABLED));
        return consents.without(explained).judge(known).verdict();
    }
}
