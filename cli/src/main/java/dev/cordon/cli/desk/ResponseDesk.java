package dev.cordon.cli.desk;

import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.UndoneItem;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.engine.RunListener;
import dev.cordon.response.AwaitedQuery;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectionListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The response against a tenant. One thread asks; it asks back on any, one question at a time. */
public interface ResponseDesk extends AutoCloseable {
    /** The procedure, for its titles and budgets. */
    Procedure procedure();

    /** The procedure that an incident follows. */
    Procedure procedure(IncidentId incident);

    /**
     * The accounts that these names mean, each once, in the order in which they were first named. Refused as a whole where one name
     * is unknown or could mean several accounts.
     */
    List<Account> accounts(List<String> users) throws InterruptedException;

    /** What would be done; nothing is done. */
    ResponsePlan plan(Request request, Answers answers) throws InterruptedException;

    /** Opens an incident and carries the procedure out until it is verified or can go no further. */
    CaseView respond(Request request, Dialogue dialogue) throws InterruptedException;

    /**
     * Responds to several at once: an incident each, linked, step by step across all, privileged accounts first. Refused as a whole
     * where one name is unknown or could mean several accounts; what fails for one afterwards neither stops nor hides the others.
     *
     * @param common what is known of all; its user is not used
     * @param dialogues how the operator is asked about and told of each
     */
    List<Responded> respondToAll(Request common, List<String> users, Function<Account, Dialogue> dialogues)
            throws InterruptedException;

    /** The procedure for a phishing click, for its titles and budgets. */
    Procedure clickProcedure();

    /** What a response to a phishing click would do; nothing is done. */
    ClickPlan planClick(ClickRequest request) throws InterruptedException;

    /**
     * Opens an incident about the mail, and one for the account of each who reached the page, and carries them out until they are verified or can
     * go no further.
     *
     * @param others how the operator is asked about and told of each account
     */
    CaseView respondToClick(ClickRequest request, Dialogue dialogue, Function<Account, Dialogue> others)
            throws InterruptedException;

    /**
     * The clicks of the week that Safe Links recorded, of those who were named or of all: an incident for each page that was blocked, closed with its
     * reason, and one for everybody of whom that is not clear.
     */
    List<CaseView> respondToClicks(ClickRequest request, Dialogue dialogue, Function<Account, Dialogue> others)
            throws InterruptedException;

    /** Goes on with an incident: what is certain is not repeated. */
    CaseView resume(IncidentId incident, Dialogue dialogue) throws InterruptedException;

    /** Records that a person wants these removed, and goes on with the incident. */
    CaseView removeAlso(IncidentId incident, List<Question> things, Dialogue dialogue) throws InterruptedException;

    /** The procedure of giving back, for its titles and budgets. */
    Procedure undoProcedure();

    /** What would be given back; no tenant is asked. Refused where it cannot be meant so. */
    Undo.Preview undoable(Undo.Request request);

    /** Gives back, and says what became of each thing. */
    List<UndoneItem> undo(Undo.Request request, RunListener listener) throws InterruptedException;

    /** The procedure that gives an account back, for its titles and budgets. */
    Procedure restoring();

    /** Gives the account of an incident back to its user. Refused while something stands against it. */
    CaseView restore(IncidentId incident, Restore how, Dialogue dialogue) throws InterruptedException;

    /**
     * Seals Microsoft's logs and keeps their rows. Refused while the account is not contained and nobody says why it is done all the same. When
     * interrupted it says so, with the thread's interrupt set.
     */
    CollectLogs.Collection collect(IncidentId incident, CollectLogs.Request request, CollectionListener listener)
            throws InterruptedException;

    /** One incident as it is now. May be asked on another thread while this one works on it. */
    CaseView incident(IncidentId incident);

    /**
     * Carries out every re-check that is due by each tenant's clock; a tenant that does not answer is named and passed over. When
     * interrupted it returns what it has seen, with the thread's interrupt set.
     *
     * @param begins told of each before it looks, on the looking thread
     */
    Watched watch(Dialogue dialogue, Consumer<Due> begins);

    /** The re-checks that are scheduled, the next one first; no tenant is asked. */
    List<Waiting> waiting();

    @Override
    void close();

    /**
     * What is known when the response begins.
     *
     * @param user a sign-in name, an object id, a mail alias, or a display name that only one account has
     * @param attack whether damage is being done
     * @param detectedBy what made somebody look
     * @param detectedAt when; empty for now
     * @param linkedWith the incident in whose rows the account was found; empty where there is none
     */
    record Request(
            String user,
            AttackActivity attack,
            DetectionSource detectedBy,
            Optional<Instant> detectedAt,
            Optional<IncidentId> linkedWith) {
        /** The same about another account. */
        public Request about(String other) {
            return new Request(other, attack, detectedBy, detectedAt, linkedWith);
        }
    }

    /**
     * How the operator is asked and told.
     *
     * @param answers who answers for each thing found
     * @param person the person at the terminal; empty where nobody is asked
     * @param blockBreakGlass whether a person has said beforehand that a break-glass account may be blocked
     * @param listener is told of every journal entry
     */
    record Dialogue(Answers answers, Optional<Person> person, boolean blockBreakGlass, RunListener listener) {
        /** The same where nobody has said that a break-glass account may be blocked. */
        public Dialogue(Answers answers, Optional<Person> person, RunListener listener) {
            this(answers, person, false, listener);
        }
    }

    /**
     * How an account is given back.
     *
     * @param unblock whether it may be unblocked although somebody else blocked it
     * @param despite why it is done although the incident is not verified; empty when it need not be
     * @param pass where the one-time pass would be seen; empty where nobody would see it
     */
    record Restore(boolean unblock, Optional<String> despite, Optional<PassWindow> pass) {}

    /** Where the one-time pass is seen. */
    @FunctionalInterface
    interface PassWindow {
        /**
         * Takes the pass that now works.
         *
         * @param pass says its text, which goes to a person's eyes and nowhere else
         * @param usableUntil until when it works, tenant time
         */
        void take(Supplier<String> pass, Instant usableUntil);
    }

    /** What came of the response to one of several accounts. */
    sealed interface Responded {
        /** Whose. */
        Account account();

        /** Its run came to an end, of whatever kind. */
        record Ended(Account account, CaseView view) implements Responded {}

        /** It was not begun, or could not go on. */
        record NotDone(Account account, RuntimeException reason) implements Responded {}
    }

    /** Who answers for each thing that was found. */
    sealed interface Answers {
        /** What is judged malicious is removed, the rest is kept and listed. */
        record Recommended() implements Answers {}

        /**
         * A decision file.
         *
         * @param path where it lies
         */
        record FromFile(Path path) implements Answers {}

        /**
         * The person at the terminal.
         *
         * @param person who is asked
         */
        record Asked(Person person) implements Answers {}
    }

    /** What a person wants done with a thing that was found. */
    enum Choice {
        REMOVE,
        KEEP,
        /** The person has not said: it stays for now, and is still to be decided. */
        LEAVE_OPEN
    }

    /** The person at the terminal. */
    interface Person {
        /**
         * Whether this account is the one meant, and may be contained.
         *
         * @param about who it is, a line each
         */
        boolean means(List<String> about) throws InterruptedException;

        /** Told of a thing that could be removed and is kept, because nothing speaks against it; not asked while the run goes on. */
        void keeps(Question question);

        /** Asked once the run has ended: which of those are to be removed all the same. */
        List<Question> removesOfTheHarmless() throws InterruptedException;

        /** What is to be done with this. */
        Choice chooses(Question question) throws InterruptedException;

        /** Whether a break-glass account is blocked; what was answered beforehand does not answer this. */
        boolean blocksBreakGlass(String about) throws InterruptedException;

        /** Whether copies of a mail are removed from mailboxes. */
        boolean removesMail(String preview) throws InterruptedException;

        /** Whether something is blocked that others share; what was answered beforehand does not answer this. */
        boolean blocksShared(String about) throws InterruptedException;

        /** Whether something of unknown result is done once more. */
        boolean repeats(String what) throws InterruptedException;
    }

    /** What a re-check looks at. */
    enum Subject {
        /** The account, and every place in which an attacker can leave something. */
        ACCOUNT,
        /** Microsoft's logs. */
        LOGS
    }

    /**
     * A re-check that is due.
     *
     * @param incident of which incident
     * @param name which one
     * @param upn whose account, as the directory spells it
     * @param subject what it looks at
     */
    record Due(IncidentId incident, String name, String upn, Subject subject) {}

    /**
     * A re-check that was due.
     *
     * @param due which one
     * @param done whether it could be carried out; else it stays due
     * @param clean whether everything was as it should be and nothing had come back; empty where that was not looked at, or where nothing is
     *     wrong and Microsoft has not answered everything yet
     * @param state where the incident stands after it; empty where that was not looked at
     * @param detail what was found, or why it could not be carried out
     * @param unseen the places that were not seen although it looked
     * @param awaited what Microsoft is still working at
     */
    record Rechecked(
            Due due,
            boolean done,
            Optional<Boolean> clean,
            Optional<IncidentState> state,
            String detail,
            List<String> unseen,
            List<AwaitedQuery> awaited) {
        public Rechecked {
            unseen = List.copyOf(unseen);
            awaited = List.copyOf(awaited);
        }

        /** One that saw everything, or did not look. */
        public Rechecked(Due due, boolean done, Optional<Boolean> clean, Optional<IncidentState> state, String detail) {
            this(due, done, clean, state, detail, List.of(), List.of());
        }

        /** Whether it looked, and Microsoft's answer is all that is missing. */
        public boolean isPending() {
            return done && clean.isEmpty() && !awaited.isEmpty();
        }

        /** Whether it leaves nothing to do: carried out, nothing came back, and the incident is verified or closed. */
        public boolean isQuiet() {
            return done && clean.orElse(true) && state.map(Rechecked::isGood).orElse(true);
        }

        private static boolean isGood(IncidentState state) {
            return switch (state) {
                case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> true;
                case OPEN, CONTAINING, CONTAINED, REOPENED, NEEDS_OPERATOR -> false;
            };
        }
    }

    /**
     * What a look at the tenants brought.
     *
     * @param done every re-check that was due
     * @param unreachable each tenant that did not answer, with the reason
     * @param stillDue what is past due now and was not done, the longest due first
     * @param waiting what is to come, the next one first
     * @param unasked what is scheduled at tenants that did not tell their time, the earliest first
     */
    record Watched(
            List<Rechecked> done,
            Map<String, String> unreachable,
            List<StillDue> stillDue,
            List<Waiting> waiting,
            List<Waiting> unasked) {
        public Watched {
            done = List.copyOf(done);
            unreachable = Map.copyOf(unreachable);
            stillDue = List.copyOf(stillDue);
            waiting = List.copyOf(waiting);
            unasked = List.copyOf(unasked);
        }
    }

    /**
     * A re-check whose time is past.
     *
     * @param because why it was not done, the end of a sentence without its full stop
     */
    record StillDue(IncidentId incident, String name, String because) {}

    /**
     * A re-check that is scheduled.
     *
     * @param dueAt tenant time
     */
    record Waiting(IncidentId incident, String name, Instant dueAt) {}
}
