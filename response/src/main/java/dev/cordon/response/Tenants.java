package dev.cordon.response;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Directory.Organization;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tenants of this data folder: adding, naming, trying. */
public final class Tenants {
    private final Workspace workspace;

    public Tenants(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * That a tenant answers, and as whom we came.
     *
     * @param name the tenant's name here
     * @param organization what it calls itself
     * @param caller who we are to it
     * @param breakGlass the listed break-glass accounts as they are
     * @param at its time
     */
    public record Checked(
            String name, Organization organization, Caller caller, List<BreakGlass> breakGlass, Instant at) {
        public Checked {
            breakGlass = List.copyOf(breakGlass);
        }
    }

    /**
     * A listed break-glass account as it is now.
     *
     * @param listed its object id, or how the connection document names it
     * @param account who it is; unread with {@link dev.cordon.tenant.Failure.Reason#NOT_FOUND} when it is not there any more
     */
    public record BreakGlass(String listed, Attempt<UserAccount> account) {
        private String key() {
            return switch (account) {
                case Attempt.Read<UserAccount>(Reading<UserAccount> reading) ->
                    reading.value().objectId();
                case Attempt.Unread<UserAccount> _ -> listed;
            };
        }
    }

    /** {@link #add(String, Path, Function, BreakGlassList)} with the list of break-glass accounts as it is. */
    public void add(String name, Path document, Function<Path, SignIn> signIn) {
        add(name, document, signIn, BreakGlassList.UNCHANGED);
    }

    /**
     * Adds a tenant by its connection document, of which only the path is kept.
     *
     * @param signIn how to sign in with such a document; signs in only where accounts are to be listed
     * @param breakGlass who is to be listed as a break-glass account, and who no longer
     * @return who is one by that document or by the list, in order
     * @throws RequestRefusedException when there is no such file, the document cannot be used, or an account is not certain; nothing was
     *     changed
     * @throws TenantException when the tenant cannot be asked who is meant; nothing was changed
     */
    public List<String> add(String name, Path document, Function<Path, SignIn> signIn, BreakGlassList breakGlass) {
        Path absolute = document.toAbsolutePath().normalize();
        Set<String> before = workspace.tenants().breakGlass(name);
        Set<String> after = breakGlass.struckFrom(before);
        Set<String> named;
        try (Tenant tenant = usable(absolute, signIn)) {
            named = tenant.breakGlass();
            if (breakGlass.needsTenant()) {
                after.addAll(breakGlass.resolved(tenant));
            }
        }
        workspace.tenants().put(name, absolute);
        if (!after.equals(before)) {
            workspace.tenants().listBreakGlass(name, after);
        }
        return Stream.concat(after.stream(), named.stream()).sorted().toList();
    }

    /** Object ids of those who are on the tenant's list of break-glass accounts, in order. */
    public List<String> breakGlass(String name) {
        return workspace.tenants().breakGlass(name).stream().sorted().toList();
    }

    private Tenant usable(Path absolute, Function<Path, SignIn> signIn) {
        if (!Files.isReadable(absolute)) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_TENANT,
                    "There is no readable connection document at " + absolute + ".",
                    "Name the file that 'cordon simulate --write' or your set-up wrote.");
        }
        try {
            return workspace.connector().connect(absolute, signIn.apply(absolute));
        } catch (TenantException unusable) {
            throw new RequestRefusedException(
                    Reason.UNREADABLE_CONNECTION,
                    unusable.failure().paragraph(),
                    "Nothing was added. If it was written by a simulator, that must still be running.");
        }
    }

    /** Name to connection document. */
    public Map<String, Path> list() {
        return workspace.tenants().all();
    }

    /** Signs in and reads the organisation: proof that the connection works. */
    public Checked check(Optional<String> name, Function<Path, SignIn> signIn) {
        String chosen = choose(name);
        try (Tenant tenant = connect(chosen, signIn)) {
            Reading<Organization> organization = tenant.directory().fetchOrganization();
            return new Checked(
                    chosen, organization.value(), tenant.caller(), breakGlass(chosen, tenant), organization.readAt());
        }
    }

    /** Those of the list and those that the connection names; one who is both, once. */
    private List<BreakGlass> breakGlass(String name, Tenant tenant) {
        Map<String, BreakGlass> accounts = new LinkedHashMap<>();
        Stream.concat(breakGlass(name).stream(), tenant.breakGlass().stream().sorted())
                .map(listed -> new BreakGlass(
                        listed, Attempt.of(() -> tenant.directory().fetchUser(listed))))
                .forEach(account -> accounts.putIfAbsent(account.key(), account));
        return List.copyOf(accounts.values());
    }

    /**
     * The tenant meant: the named one, or the only one.
     *
     * @throws RequestRefusedException when it is not known or more than one could be meant
     */
    public String choose(Optional<String> name) {
        Map<String, Path> known = workspace.tenants().all();
        if (name.isPresent()) {
            if (!known.containsKey(name.get())) {
                throw new RequestRefusedException(
                        Reason.UNKNOWN_TENANT,
                        "No tenant of that name was added to this data folder.",
                        "'cordon tenant list' shows the ones there are; 'cordon tenant add NAME --from FILE' adds one.",
                        Nearest.of(name.get(), known.keySet()));
            }
            return name.get();
        }
        if (known.isEmpty()) {
            throw new RequestRefusedException(
                    Reason.NO_TENANT,
                    "No tenant was added to this data folder yet.",
                    "'cordon tenant add NAME --from FILE' adds one; 'cordon demo' shows everything on a simulated one.");
        }
        if (known.size() > 1) {
            throw new RequestRefusedException(
                    Reason.AMBIGUOUS_TENANT,
                    "There is more than one tenant.",
                    "Say which with --tenant NAME.",
                    List.copyOf(known.keySet()));
        }
        return known.keySet().iterator().next();
    }

    Tenant connect(String name, SignIn signIn) {
        return connect(name, document -> signIn);
    }

    Tenant connect(String name, Function<Path, SignIn> signIn) {
        Path document = document(name);
        return workspace.connector().connect(document, signIn.apply(document));
    }

    /** How to sign in to this tenant, by its connection document. */
    SignIn signIn(String name, Function<Path, SignIn> signIn) {
        return signIn.apply(document(name));
    }

    private Path document(String name) {
        if (name.isEmpty()) {
            throw new RequestRefusedException(
                    Reason.NO_TENANT,
                    "This incident holds imported evidence and belongs to no tenant.",
                    "'cordon tenant add NAME --from FILE' adds the tenant, 'cordon respond' opens an incident of it. Nothing was"
                            + " changed.");
        }
        String chosen = choose(Optional.of(name));
        return workspace.tenants().all().getOrDefault(chosen, Path.of(chosen));
    }
}
