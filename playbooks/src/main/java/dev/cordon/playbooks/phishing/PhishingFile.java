package dev.cordon.playbooks.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one response to a phishing click share. It holds nothing that the tenant or the journal does not also hold. Safe for many
 * threads.
 */
public final class PhishingFile {
    private final CaseFile reporter;
    private final Function<String, CaseFile> files;
    private final SampleShelf samples = new SampleShelf();
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Optional<UserAccount>> people = new ConcurrentHashMap<>();
    private @Nullable MailScope scope;

    /**
     * A file for one run.
     *
     * @param reporter the file of the account that the incident is about
     * @param files the file of any account, by its object id
     */
    public PhishingFile(CaseFile reporter, Function<String, CaseFile> files) {
        this.reporter = requireNonNull(reporter, "reporter is null");
        this.files = requireNonNull(files, "files is null");
    }

    /** The tenant, ahead of everything that only collects. */
    Tenant tenant() {
        return reporter.containment();
    }

    /** The tenant for what can wait behind the accounts' containment. */
    Tenant afterContainment() {
        return reporter.snapshot();
    }

    /** The samples that this run sealed. */
    SampleShelf samples() {
        return samples;
    }

    /** Milliseconds of wall time since the first request. */
    long elapsedMs() {
        return reporter.elapsedMs();
    }

    /** The file of one of the accounts. */
    CaseFile file(UserAccount user) {
        return user.objectId().equalsIgnoreCase(reporter.objectId()) ? reporter : files.apply(user.objectId());
    }

    /** The organisation, as far as it could be read. */
    Organisation organisation() throws InterruptedException {
        return reporter.card()
                .organization()
                .value()
                .map(Organisation::of)
                .orElseGet(
                        () -> Organisation.ofDomains(reporter.account().value().domain()));
    }

    /**
     * The account that a log or a person names so; empty where there is none, or more than one.
     *
     * @throws dev.cordon.tenant.TenantException where the directory could not be asked
     */
    Optional<UserAccount> person(String name) {
        return people.computeIfAbsent(name.toLowerCase(Locale.ROOT), this::find);
    }

    private Optional<UserAccount> find(String name) {
        List<UserAccount> found = tenant().directory().findUsers(name).value();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whoever was named or interviewed as one who clicked, the account of the incident first; who cannot be found is left out. */
    List<UserAccount> named(CampaignProgress campaign) {
        Map<String, UserAccount> named = new LinkedHashMap<>();
        UserAccount first = reporter.account().value();
        named.put(first.objectId(), first);
        List<String> names = new ArrayList<>(IntakeEntries.named(campaign));
        IntakeEntries.intake(campaign).interviews().forEach(one -> names.add(one.user()));
        for (String name : names) {
            Attempt.of(() -> tenant().directory().findUsers(name))
                    .value()
                    .filter(found -> found.size() == 1)
                    .map(List::getFirst)
                    .ifPresent(user -> named.putIfAbsent(user.objectId(), user));
        }
        return List.copyOf(named.values());
    }

    /** Whom the mail reached and who clicked; read once a run. */
    MailScope scope(CampaignProgress campaign, Instant now) throws InterruptedException {
        reading.lockInterruptibly();
        try {
            MailScope known = scope;
            if (known != null) {
                return known;
            }
            Intake intake = IntakeEntries.intake(campaign);
            MailScope read = new ScopeReader(
                            afterContainment(), intake, named(campaign), organisation(), this::firstTheft, now)
                    .read();
            scope = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Optional<Instant> firstTheft(UserAccount user) throws InterruptedException {
        try {
            AttackPicture picture = file(user).picture();
            return picture.certainty() == Certainty.ATTACK ? picture.firstSeen() : Optional.empty();
        } catch (TenantException e) {
            if (e.failure().reason() == Failure.Reason.INTERRUPTED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Reads anew at the next asking: what came meanwhile is to be seen. */
    void forgetScope() {
        reading.lock();
        try {
            scope = null;
        } finally {
            reading.unlock();
        }
    }
}
