package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What applications may do in the user's name. */
final class ConsentArea implements PersistenceArea<ConsentGrant> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.CONSENT);
    }

    @Override
    public String exhibitKind() {
        return "consents";
    }

    @Override
    public String inWords() {
        return "delegated consents, those given for everybody included";
    }

    @Override
    public boolean isInMailbox() {
        return false;
    }

    @Override
    public Reading<List<ConsentGrant>> fetch(Tenant tenant, UserAccount user) {
        return tenant.consentGrants().fetchGrants(user.objectId());
    }

    @Override
    public String idOf(ConsentGrant thing) {
        return thing.id();
    }

    @Override
    public List<String> substance(ConsentGrant grant) {
        return Stream.concat(
                        Stream.of("" + grant.forEverybody()),
                        grant.scopes().stream().sorted())
                .toList();
    }

    @Override
    public Proposal judge(ConsentGrant thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.CONSENT,
                List.of(idOf(thing)),
                thing.client().displayName(),
                Set.copyOf(thing.client().replyUrls()),
                Optional.of(thing.client().appId()),
                judge.consent(thing),
                thing.forEverybody()
                        ? "Nobody in the organisation can use the application with these permissions until they are given again."
                        : "The application loses its permissions in this user's name; they can be given again from the sealed copy.");
    }

    @Override
    public String leftAfterRemoval(ConsentGrant thing) {
        String everybody = thing.forEverybody()
                ? "It had been permitted for everybody in the organisation: ask who worked with it before it is permitted again. "
                : "";
        return everybody
                + "Others may have consented to the application too, and the user can do so again. Unless it is needed,"
                + " disable it for the whole organisation: Entra admin center > Enterprise applications > "
                + thing.client().displayName() + " (" + thing.client().appId()
                + ") > Properties > Enabled for users to sign in: No.";
    }

    @Override
    public List<String> changes(UserAccount user, ConsentGrant grant) {
        return List.of(Spelled.request("DELETE", "/oauth2PermissionGrants/", grant.id()));
    }

    @Override
    public Removal<ConsentGrant> removal() {
        return Removal.by(
                "delete", (tenant, user, grant) -> tenant.consentGrants().delete(grant));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().consents());
    }
}
