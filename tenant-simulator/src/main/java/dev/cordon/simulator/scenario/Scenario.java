package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole scenario, read and drawn: every time is absolute, every {@code {min, max}} of a time is already drawn from the
 * seed, every reference is known to resolve. Immutable, safe for many threads.
 */
public record Scenario(
        String name,
        long seed,
        ScenarioClock clock,
        Organisation organisation,
        Operator operator,
        Application application,
        List<Person> people,
        List<PlannedMailbox> mailboxes,
        List<PlantedObject> persistence,
        History history,
        Delays delays,
        Searches searches,
        Throttling throttling,
        List<Fault> faults,
        Attacker attacker,
        List<OtherHand> otherHands,
        List<Campaign> campaigns,
        FraudPlan fraud) {

    /** Copies the lists. */
    public Scenario {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario needs a name");
        }
        Objects.requireNonNull(clock, "clock");
        people = List.copyOf(people);
        mailboxes = List.copyOf(mailboxes);
        persistence = List.copyOf(persistence);
        faults = List.copyOf(faults);
        otherHands = List.copyOf(otherHands);
        campaigns = List.copyOf(campaigns);
    }

    /** The tenant time at which the simulation starts. */
    public Instant start() {
        return clock.start();
    }

    /** The people the scenario names as suspects, attacked or not. */
    public List<Person> suspects() {
        return people.stream().filter(Person::suspect).toList();
    }

    /** The people the scenario names as kept for the day on which nobody else gets in. */
    public List<Person> breakGlass() {
        return people.stream().filter(Person::breakGlass).toList();
    }

    /** The planted object with this scenario id. */
    public Optional<PlantedObject> planted(String id) {
        return persistence.stream().filter(object -> object.id().equals(id)).findFirst();
    }

    /** The mailbox the scenario describes for this owner, matched without regard to case. */
    public Optional<PlannedMailbox> mailboxOf(String upn) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.owner().equalsIgnoreCase(upn))
                .findFirst();
    }
}
