package dev.cordon.playbooks.casefile;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.AuditSwitch;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Organisation;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.preflight.Beforehand;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.playbooks.preflight.PreFlightReading;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one run share. It holds nothing that the tenant or the vault does not also hold: a resumed run fills it again by
 * reading. Safe for many threads.
 */
public final class CaseFile {
    private static final System.Logger LOG = System.getLogger(CaseFile.class.getName());
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final Tenant tenant;
    private final String objectId;
    private final Set<String> breakGlass;
    private final Decider decider;
    private final InstantSource wallTime;
    private final Instant startedAt;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicReference<@Nullable Reading<UserAccount>> account = new AtomicReference<>();
    private final AtomicReference<@Nullable PreFlightCard> card = new AtomicReference<>();
    private final AtomicReference<@Nullable AttackPicture> picture = new AtomicReference<>();
    private final AtomicReference<List<AuditSwitch>> auditSwitches = new AtomicReference<>(List.of());
    private final AtomicReference<@Nullable EarlyReading> early = new AtomicReference<>();
    private final AtomicReference<Supplier<Set<String>>> linked = new AtomicReference<>(Set::of);
    private final AtomicReference<List<Instant>> phishedAt = new AtomicReference<>(List.of());
    private final Map<String, Set<String>> snapshot = new ConcurrentHashMap<>();

    /**
     * A case file for one run.
     *
     * @param tenant the tenant
     * @param objectId the account
     * @param breakGlass object ids of the tenant's break-glass accounts, beside those that the connection names
     * @param decider who decides
     * @param wallTime this machine's clock, for measuring
     * @param startedAt when the first request was sent, by that clock
     */
    public CaseFile(
            Tenant tenant,
            String objectId,
            Set<String> breakGlass,
            Decider decider,
            InstantSource wallTime,
            Instant startedAt) {
        this.tenant = requireNonNull(tenant, "tenant is null");
        this.objectId = requireNonNull(objectId, "objectId is null");
        this.breakGlass = Stream.concat(breakGlass.stream(), tenant.breakGlass().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.decider = requireNonNull(decider, "decider is null");
        this.wallTime = requireNonNull(wallTime, "wallTime is null");
        this.startedAt = requireNonNull(startedAt, "startedAt is null");
    }

    /** Hands over the account as it was read when the operator named it, so that it need not be read again. */
    public void know(Reading<UserAccount> resolved) {
        account.set(resolved);
    }

    /** Hands over what was begun to be read before the account was known. */
    public void know(EarlyReading begun) {
        early.set(begun);
    }

    /** Hands over who knows the object ids of the accounts whose incidents are linked with this one. */
    public void know(Supplier<Set<String>> linkedAccounts) {
        linked.set(linkedAccounts);
    }

    /** Hands over when the user reached a phishing page, as linked incidents know it. */
    public void knowPhishedAt(List<Instant> moments) {
        phishedAt.set(List.copyOf(moments));
    }

    /** The object ids of the accounts that are responded to as part of the same attack, as the journal has them now. */
    public Set<String> linkedAccounts() {
        return linked.get().get();
    }

    /** Whether somebody listed the account as a break-glass account. */
    public boolean isBreakGlass(UserAccount user) {
        return new Beforehand(breakGlass, Optional.empty()).isBreakGlass(user);
    }

    /** What was begun to be read before the account was known, for the snapshot alone; empty in a resumed run. */
    public Optional<EarlyReading> early() {
        return Optional.ofNullable(early.get());
    }

    /** The tenant, ahead of everything that only collects. */
    public Tenant containment() {
        return tenant.in(Lane.CONTAINMENT);
    }

    /** The tenant for the snapshot: behind containment. */
    public Tenant snapshot() {
        return tenant.in(Lane.SNAPSHOT);
    }

    /** The tenant for what can wait: behind everything else. */
    public Tenant collection() {
        return tenant.in(Lane.COLLECTION);
    }

    public String objectId() {
        return objectId;
    }

    public Decider decider() {
        return decider;
    }

    /** Milliseconds of wall time since the first request. */
    public long elapsedMs() {
        return Duration.between(startedAt, wallTime.instant()).toMillis();
    }

    /** The account as it was first read in this run. */
    public Reading<UserAccount> account() {
        Reading<UserAccount> known = account.get();
        if (known != null) {
            return known;
        }
        Reading<UserAccount> read = containment().directory().fetchUser(objectId);
        account.compareAndSet(null, read);
        return read;
    }

    /** The pre-flight card, read once a run. */
    public PreFlightCard card() throws InterruptedException {
        reading.lockInterruptibly();
        try {
            PreFlightCard known = card.get();
            if (known != null) {
                return known;
            }
            PreFlightCard read = PreFlightReading.read(containment(), account(), breakGlass);
            card.set(read);
            return read;
        } finally {
            reading.unlock();
        }
    }

    /**
     * Starts to read the pre-flight card beside whatever the caller does next. Whatever goes wrong is not told here: {@link #card} reads it
     * again, and tells.
     */
    public void startCard() {
        Thread.ofVirtual().name("pre-flight card").start(this::tryCard);
    }

    private void tryCard() {
        try {
            PreFlightCard read = card();
            LOG.log(System.Logger.Level.DEBUG, "card read circumstances={0}", read.circumstances());
        } catch (TenantException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "card not read reason={0}",
                    e.failure().reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Since when the logs are read. */
    public Instant lookBackFrom() {
        return tenant.clock().now().minus(LOOK_BACK);
    }

    /** Draws what the snapshot's logs say, and puts it down. */
    public void know(Logs logs) throws InterruptedException {
        auditSwitches.set(logs.auditSwitches(card()));
        picture.set(logs.picture(card(), tenant.clock().now()));
    }

    /** Whether the unified audit log can show what happened; from the same reading as {@link #picture}. */
    public List<AuditSwitch> auditSwitches() throws InterruptedException {
        AttackPicture drawn = picture();
        assert drawn.userObjectId().equals(account().value().objectId());
        return auditSwitches.get();
    }

    /** What the logs were found to say in this run; empty when nobody has looked yet. */
    public Optional<AttackPicture> knownPicture() {
        return Optional.ofNullable(picture.get());
    }

    /** What the logs say about the attacker: from the snapshot, or read now where the snapshot was another run's. */
    public AttackPicture picture() throws InterruptedException {
        AttackPicture known = picture.get();
        if (known != null) {
            return known;
        }
        know(Logs.read(containment(), account().value(), lookBackFrom()));
        return picture();
    }

    /** Puts down the ids of everything that the snapshot, read to the end, saw in one place; {@code place} is its exhibit kind. */
    public void sawInSnapshot(String place, Set<String> ids) {
        snapshot.put(place, Set.copyOf(ids));
    }

    /** The ids that this run's snapshot saw in {@code place}; empty when it did not read it to the end, or another run made it. */
    public Optional<Set<String>> seenInSnapshot(String place) {
        return Optional.ofNullable(snapshot.get(place));
    }

    /** The judge for this account. */
    public Judge judge() throws InterruptedException {
        PreFlightCard read = card();
        Organisation facts = read.organization()
                .value()
                .map(Organisation::of)
                .orElseGet(() -> new Organisation(Set.copyOf(read.ownDomains()), Optional.empty(), Set.of(), false))
                .withPrivileged(read.is(Circumstance.ADMINISTRATOR));
        return new Judge(facts, picture()).ofPhishedAt(phishedAt.get());
    }
}
