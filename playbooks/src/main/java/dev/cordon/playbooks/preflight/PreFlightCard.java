package dev.cordon.playbooks.preflight;

import static java.util.Objects.requireNonNull;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Directory.Organization;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.RiskyUsers.Risk;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.UserAccount;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who the account is and what may be done with it, as read before the first write.
 *
 * @param user the account
 * @param caller who we are
 * @param organization the tenant, or why it could not be read
 * @param roles the account's roles, or why they could not be read
 * @param federated whether the domain's passwords live elsewhere, or why that could not be read
 * @param mailbox the mailbox, or why it could not be read
 * @param risk Identity Protection's view, or why it could not be read
 * @param servicePlans the tenant's usable plans, or why they could not be read
 * @param circumstances what makes the account different
 * @param refusal why we may not act on it; empty when we may, as far as can be known beforehand
 */
public record PreFlightCard(
        UserAccount user,
        Caller caller,
        Attempt<Organization> organization,
        Attempt<RoleHoldings> roles,
        Attempt<Boolean> federated,
        Attempt<Optional<Mailbox>> mailbox,
        Attempt<Optional<Risk>> risk,
        Attempt<Set<String>> servicePlans,
        Set<Circumstance> circumstances,
        Optional<String> refusal) {
    private static final Set<String> RESOURCES = Set.of("RoomMailbox", "EquipmentMailbox", "SchedulingMailbox");

    public PreFlightCard {
        requireNonNull(user, "user is null");
        requireNonNull(caller, "caller is null");
        requireNonNull(organization, "organization is null");
        requireNonNull(roles, "roles is null");
        requireNonNull(federated, "federated is null");
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(risk, "risk is null");
        requireNonNull(servicePlans, "servicePlans is null");
        circumstances = circumstances.isEmpty() ? Set.of() : Set.copyOf(circumstances);
        requireNonNull(refusal, "refusal is null");
    }

    /** Whether {@code circumstance} applies. */
    public boolean is(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }

    /** Whether we may not act because we hold no role that may act on anybody, and not because of what the account is. */
    public boolean lacksRole() {
        return refusal.isPresent()
                && Authority.isWithoutRole(caller.roleTemplateIds())
                && !is(Circumstance.OPERATOR_HIMSELF)
                && !is(Circumstance.LAST_GLOBAL_ADMINISTRATOR);
    }

    /** Whether nobody should sign in to it at all: a mailbox that is shared, or of a room or a piece of equipment. */
    public boolean isNobodysOwn() {
        return is(Circumstance.SHARED_MAILBOX) || is(Circumstance.RESOURCE_MAILBOX);
    }

    /** Whether nobody signs in to the account day by day. The devices of a room do. */
    public boolean isSignedInToByNobody() {
        return is(Circumstance.SHARED_MAILBOX) || is(Circumstance.BREAK_GLASS);
    }

    /** What must be known before the first write about an account that everybody may need one day; empty for every other. */
    public Optional<String> warning() {
        return is(Circumstance.BREAK_GLASS)
                ? Optional.of(
                        "It is a break-glass account: with it an attacker can do everything, and without it nobody may get in when"
                                + " all else fails. Sessions are revoked and the password is reset at once, so it opens nothing until"
                                + " two people have given it a new password and sealed it. Its sign-in is blocked only after a second"
                                + " yes, and only while another enabled Global Administrator is there. Have that one at hand now.")
                : Optional.empty();
    }

    /** Why the password cannot be reset from here, and who can; empty when it can be tried. */
    public Optional<String> noResetBecause() {
        if (is(Circumstance.GUEST)) {
            return Optional.of("A guest's password lives in the home tenant: its administrators must reset it.");
        }
        if (is(Circumstance.FEDERATED)) {
            return Optional.of(
                    "The domain is federated: the password must be reset at the identity provider, by its administrators.");
        }
        if (is(Circumstance.SYNCHRONISED) && caller.kind() == Caller.Kind.APPLICATION) {
            return Optional.of(
                    "The account is synchronised from an on-premises directory and we act as an application: reset the"
                            + " password there, twice (Set-ADAccountPassword, then Set-ADUser -ChangePasswordAtLogon), then synchronise.");
        }
        return Optional.empty();
    }

    /** The domains whose addresses are our own, lower-case; the account's own domain at least. */
    public List<String> ownDomains() {
        return organization
                .value()
                .map(Organization::domains)
                .filter(domains -> !domains.isEmpty())
                .orElse(List.of(user.domain()));
    }

    /** The sources that could not be read, or not to their end, each with the reason. */
    public List<String> unread() {
        Stream<String> failures = List.of(organization, roles, federated, mailbox, risk, servicePlans).stream()
                .flatMap(attempt -> attempt.findFailure().stream())
                .map(failure -> failure.attempted() + ": " + failure.meaning());
        Stream<String> cutOff = roles.findReading().stream().flatMap(reading -> switch (reading.completeness()) {
            case Completeness.Complete _ -> Stream.<String>empty();
            case Completeness.AsLicensed _ -> Stream.<String>empty();
            case Completeness.Incomplete(String reason) -> Stream.of(reason);
        });
        return Stream.concat(failures, cutOff).toList();
    }

    /** What was not looked at for want of a licence, a sentence; empty where nothing is left out for that. */
    public Optional<String> notLookedAt() {
        return roles.findReading().flatMap(reading -> reading.completeness().notLookedAt());
    }

    static Set<Circumstance> circumstances(
            UserAccount user,
            Caller caller,
            Beforehand beforehand,
            Attempt<RoleHoldings> roles,
            Attempt<Boolean> federated,
            Attempt<Optional<Mailbox>> mailbox) {
        Set<Circumstance> found = EnumSet.noneOf(Circumstance.class);
        addIf(found, Circumstance.GUEST, user.guest());
        addIf(found, Circumstance.SYNCHRONISED, user.synchronised());
        addIf(found, Circumstance.ALREADY_BLOCKED, !user.accountEnabled());
        addIf(found, Circumstance.OPERATOR_HIMSELF, isOperator(user, caller, beforehand.operator()));
        addIf(found, Circumstance.BREAK_GLASS, beforehand.isBreakGlass(user));
        addIf(found, Circumstance.FEDERATED, federated.value().orElse(false));
        addIf(
                found,
                Circumstance.ADMINISTRATOR,
                roles.value().map(held -> !held.roles().isEmpty()).orElse(false));
        mailbox.value().ifPresent(seen -> {
            addIf(found, Circumstance.NO_MAILBOX, seen.isEmpty());
            addIf(
                    found,
                    Circumstance.SHARED_MAILBOX,
                    seen.filter(box -> box.type().equals("SharedMailbox")).isPresent());
            addIf(
                    found,
                    Circumstance.RESOURCE_MAILBOX,
                    seen.filter(box -> RESOURCES.contains(box.type())).isPresent());
        });
        return found;
    }

    /** Where the application acts, nothing but the connection document says which person sits before it. */
    private static boolean isOperator(UserAccount user, Caller caller, Optional<String> operator) {
        return switch (caller.kind()) {
            case ADMINISTRATOR -> caller.objectId().equalsIgnoreCase(user.objectId());
            case APPLICATION ->
                operator.filter(name -> name.equalsIgnoreCase(user.userPrincipalName())
                                || name.equalsIgnoreCase(user.objectId()))
                        .isPresent();
        };
    }

    private static void addIf(Set<Circumstance> found, Circumstance circumstance, boolean holds) {
        if (holds) {
            found.add(circumstance);
        }
    }
}
