package dev.cordon.playbooks.account;

import dev.cordon.investigation.ActsOfAccount;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.JudgedSignIn;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.LogReach;
import dev.cordon.playbooks.casefile.Logs;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SignIn;
import dev.cordon.tenant.SignInLog.Kind;
import dev.cordon.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** What the logs say since the last revoke: whether the attacker is there, what he did in the directory, what others did. One thread, once. */
final class SignOffLogs {
    private static final List<String> APPLICATION_ACTS = List.of(
            "Add app role assignment to service principal",
            "Add service principal credentials",
            "Add owner to application",
            "Add owner to service principal",
            "Update application");

    private final CaseFile file;
    private final StepContext context;
    private final UnaryOperator<String> title;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> cameBack = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<AuditEvent> audits = new ArrayList<>();

    /** @param title names a reading as the sign-off does */
    SignOffLogs(CaseFile file, StepContext context, UnaryOperator<String> title) {
        this.file = file;
        this.context = context;
        this.title = title;
    }

    List<Proof> proofs() {
        return proofs;
    }

    /** That the attacker signed in since, a sentence each. */
    List<String> cameBack() {
        return cameBack;
    }

    /** What he did that is not undone here, a sentence each. */
    List<String> open() {
        return open;
    }

    /** What could not be read, a sentence each. */
    List<String> unread() {
        return unread;
    }

    /** Looks for the attacker in the logs since the last revoke, and says how far the logs reach. */
    void read() throws InterruptedException {
        Instant since = lastRevoke();
        Instant from = since.minus(Duration.ofHours(1));
        Tenant tenant = file.containment();
        String id = file.objectId();
        try (Together together = new Together()) {
            Future<Attempt<List<SignIn>>> interactive =
                    together.start(() -> Attempt.of(() -> tenant.signInLog().fetchSignIns(id, Kind.INTERACTIVE, from)));
            Future<Attempt<List<SignIn>>> nonInteractive = together.start(
                    () -> Attempt.of(() -> tenant.signInLog().fetchSignIns(id, Kind.NON_INTERACTIVE, from)));
            Future<Attempt<List<AuditEvent>>> audits = together.start(
                    () -> Attempt.of(() -> tenant.directoryAudit().fetchAbout(id, from)));
            signIns("interactive sign-ins", "signIns", Together.result(interactive), Kind.INTERACTIVE, since);
            signIns(
                    "non-interactive sign-ins",
                    "nonInteractive",
                    Together.result(nonInteractive),
                    Kind.NON_INTERACTIVE,
                    since);
            audits(Together.result(audits));
        }
        ActsOfOthers.putDown(context, file, audits);
    }

    /** The last revoke of the response: the one before the account is given back must not hide what late logs tell of the time before it. */
    private Instant lastRevoke() {
        return context.state().steps().values().stream()
                .filter(step -> !step.id().equals(RestoreCheck.REVOKE))
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> proof.holds() && proof.what().contains("(signInSessionsValidFromDateTime)"))
                .map(Proof::actual)
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElseGet(context::now);
    }

    private void audits(Attempt<List<AuditEvent>> attempt) {
        switch (attempt) {
            case Attempt.Unread<List<AuditEvent>>(Failure failure) ->
                unread.add("Directory audits could not be read: " + failure.meaning());
            case Attempt.Read<List<AuditEvent>>(Reading<List<AuditEvent>> read) -> {
                Sealing.of(context, "directory-audits", file.objectId(), read);
                audits.addAll(read.value());
                context.record(new CaseEntry.LogsThrough(
                        "directoryAudits",
                        LogReach.ofAudits(read.value(), ownRevocations(), read.readAt(), Logs.AUDIT_DELAY)));
            }
        }
    }

    /** Rights given to applications are no thing of the account, but the account may have given them. */
    void readDirectoryActs() throws InterruptedException {
        AttackPicture picture = file.picture();
        picture.audits().stream()
                .filter(event -> event.activity().toLowerCase(Locale.ROOT).contains("password"))
                .filter(event ->
                        event.succeeded() && context.state().restoration().isSince(event.at()))
                .filter(event -> picture.isAttackerAddress(event.actorIp()))
                .forEach(event -> open.add(
                        "After the account was given back, its password was changed from the attacker's address "
                                + event.actorIp() + " at " + event.at() + ": reset it again."));
        List<AuditEvent> acts = ActsOfAccount.in(picture).events().stream()
                .filter(event -> APPLICATION_ACTS.stream().anyMatch(event.activity()::startsWith))
                .toList();
        UndoneActs undone = new UndoneActs(context.state().items().values(), this::applicationPermissions);
        undone.leftOf(acts)
                .forEach(event -> open.add(
                        "The account did this after the attacker was first seen, and it is not known to be undone: "
                                + new ActsOfAccount(List.of(event)).inWords() + "."));
    }

    /** What applications may do on their own now; nothing where that could not be read to the end. */
    private List<AppRoleAssignment> applicationPermissions() {
        Attempt<List<AppRoleAssignment>> attempt =
                Attempt.of(() -> file.containment().consentGrants().fetchApplicationPermissions());
        return switch (attempt) {
            case Attempt.Unread<List<AppRoleAssignment>>(Failure failure) -> {
                unread.add("What applications may do on their own could not be read: " + failure.meaning());
                yield List.of();
            }
            case Attempt.Read<List<AppRoleAssignment>>(Reading<List<AppRoleAssignment>> read) -> {
                Sealing.of(context, "application-permissions", file.objectId(), read);
                yield read.isComplete() ? read.value() : List.of();
            }
        };
    }

    /** What a log was once known to be complete through it still is, however quiet it has become since. */
    private Instant notBefore(Instant through, String source) {
        Instant known = context.state().logsThrough().getOrDefault(source, through);
        return known.isAfter(through) ? known : through;
    }

    private static Duration delay(Kind kind) {
        return switch (kind) {
            case INTERACTIVE -> Logs.INTERACTIVE_DELAY;
            case NON_INTERACTIVE -> Logs.NON_INTERACTIVE_DELAY;
        };
    }

    private List<Instant> ownRevocations() {
        return context.state().steps().values().stream()
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> proof.holds() && proof.what().contains("(signInSessionsValidFromDateTime)"))
                .map(Proof::actual)
                .map(Instant::parse)
                .distinct()
                .toList();
    }

    private void signIns(String name, String source, Attempt<List<SignIn>> attempt, Kind kind, Instant since)
            throws InterruptedException {
        switch (attempt) {
            case Attempt.Unread<List<SignIn>>(Failure failure) ->
                unread.add(name + " could not be read: " + failure.meaning() + " " + failure.remedy());
            case Attempt.Read<List<SignIn>>(Reading<List<SignIn>> read) -> {
                Sealing sealing = Sealing.of(context, source, file.objectId(), read);
                Instant through =
                        notBefore(LogReach.ofSignIns(file.containment(), kind, read.readAt(), delay(kind)), source);
                context.record(new CaseEntry.LogsThrough(source, through));
                AttackPicture picture = file.picture();
                List<JudgedSignIn> his = picture.attackersAmong(read.value(), since);
                his.forEach(one ->
                        cameBack.add("The attacker signed in at " + one.signIn().at() + " after the last revoke."));
                if (!read.isComplete()) {
                    unread.add(name + " were not read to the end.");
                }
                proofs.add(Proofs.attackers(
                        context,
                        read,
                        sealing,
                        title.apply("No attacker among " + name + " since " + since),
                        new Proofs.Attackers(his.size(), read.value().size(), since, through)));
            }
        }
    }
}
