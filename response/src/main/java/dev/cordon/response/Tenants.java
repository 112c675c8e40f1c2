package dev.cordon.response;

import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Directory.Organization;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
     * @param at its time
     */
    public record Checked(String name, Organization organization, Caller caller, Instant at) {}

    /**
     * Adds a tenant by its connection document, of which only the path is kept.
     *
     * @param signIn how to sign in with such a document
     * @throws RequestRefusedException when there is no such file
     * @throws dev.cordon.tenant.TenantException when the document cannot be used
     */
    public void add(String name, Path document, Function<Path, SignIn> signIn) {
        Path absolute = document.toAbsolutePath().normalize();
        if (!Files.isReadable(absolute)) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_TENANT,
                    "There is no readable connection document at " + absolute + ".",
                    "Name the file that 'cordon simulate --write' or your set-up wrote.");
        }
        try {
            workspace.connector().connect(absolute, signIn.apply(absolute)).close();
        } catch (TenantException unusable) {
            throw new RequestRefusedException(
                    Reason.UNREADABLE_CONNECTION,
                    unusable.failure().paragraph(),
                    "Nothing was added. If it was written by a simulator, that must still be running.");
        }
        workspace.tenants().put(name, absolute);
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
            return new Checked(chosen, organization.value(), tenant.caller(), organization.readAt());
        }
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
                        List.copyOf(known.keySet()));
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
        String chosen = choose(Optional.of(name));
        return workspace.tenants().all().getOrDefault(chosen, Path.of(chosen));
    }
}
