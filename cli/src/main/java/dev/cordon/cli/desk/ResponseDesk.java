package dev.cordon.cli.desk;

import dev.cordon.cli.document.CaseView;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.RunListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The response against one tenant. One thread; questions come on any, one at a time. */
public interface ResponseDesk extends AutoCloseable {
    /** The procedure, for its titles and budgets. */
    Procedure procedure();

    /**
     * Finds the account.
     *
     * @param user a sign-in name, an object id, a mail alias, or a display name that only one account has
     */
    Found find(String user);

    /** What would be done, and nothing is done. */
    Plan plan(Found user, Request request);

    /** Opens an incident and carries the procedure out until it is verified or can go no further. */
    CaseView respond(Found user, Request request, Answers answers, RunListener listener);

    /** Goes on with an incident: what is certain is not repeated. */
    CaseView resume(IncidentId incident, Answers answers, RunListener listener);

    /** Carries out every re-check that is due by the tenant's clock. */
    List<Rechecked> watch(RunListener listener);

    @Override
    void close();

    /**
     * An account, named well enough to ask whether it is the right one.
     *
     * @param objectId its directory object id
     * @param userPrincipalName its sign-in name
     * @param displayName its display name
     * @param about department, manager, roles and whatever makes it a special case, a line each
     */
    record Found(String objectId, String userPrincipalName, String displayName, List<String> about) {
        public Found {
            about = List.copyOf(about);
        }
    }

    /**
     * What is known when the response begins.
     *
     * @param attack whether damage is being done
     * @param detectedBy what made somebody look
     * @param detectedAt when; empty for now
     */
    record Request(AttackActivity attack, DetectionSource detectedBy, Optional<Instant> detectedAt) {}

    /** Who answers for each thing that was found. */
    sealed interface Answers {
        /** What is judged malicious is removed, the rest is kept and listed. */
        record Recommended() implements Answers {}

        /**
         * A decision file.
         *
         * @param path where it lies
         */
        record FromFile(java.nio.file.Path path) implements Answers {}

        /**
         * The person at the terminal.
         *
         * @param person asks him
         */
        record Asked(Person person) implements Answers {}
    }

    /** Asks the person at the terminal. */
    @FunctionalInterface
    interface Person {
        /**
         * Whether this is removed.
         *
         * @throws InterruptedException when he interrupted instead
         */
        boolean removes(Question question) throws InterruptedException;
    }

    /**
     * One thing found, judged, and waiting for keep or remove. All texts may be the attacker's.
     *
     * @param kind what it is, as the decision file spells it
     * @param id Microsoft's id of it
     * @param name its name
     * @param verdict the judgement
     * @param reasons why
     * @param recommended whether removal is recommended
     * @param removable whether it can be removed here
     * @param whatIsLost what removing it destroys, and how that is undone
     */
    record Question(
            String kind,
            String id,
            String name,
            Verdict verdict,
            List<String> reasons,
            boolean recommended,
            boolean removable,
            String whatIsLost) {
        public Question {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What a response would do.
     *
     * @param user whom
     * @param steps in order
     * @param items what was found and what is recommended about it
     */
    record Plan(Found user, List<PlannedStep> steps, List<Question> items) {
        public Plan {
            steps = List.copyOf(steps);
            items = List.copyOf(items);
        }
    }

    /**
     * A step of a plan.
     *
     * @param id its id
     * @param title what it does
     * @param because why, and why here
     * @param calls every call it would make
     */
    record PlannedStep(String id, String title, String because, List<String> calls) {
        public PlannedStep {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A re-check that was due.
     *
     * @param incident of which incident
     * @param name which one
     * @param done whether it could be carried out; else it stays due
     * @param clean whether everything was as it should be
     * @param detail what was found, or why it could not be carried out
     */
    record Rechecked(IncidentId incident, String name, boolean done, boolean clean, String detail) {}
}
