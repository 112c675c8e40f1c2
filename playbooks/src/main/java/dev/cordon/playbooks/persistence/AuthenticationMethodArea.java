package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second factors and recovery paths; the password itself is not among them. */
final class AuthenticationMethodArea implements PersistenceArea<AuthenticationMethod> {
    /** The id of every alternate mobile number; the mobile number cannot be deleted while it is there. */
    private static final String ALTERNATE_MOBILE = "b6332ec1-7057-4abe-9331-3d72feddfe41";

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.AUTHENTICATION_METHOD);
    }

    @Override
    public String exhibitKind() {
        return "authentication-methods";
    }

    @Override
    public String inWords() {
        return "authentication methods of every type";
    }

    @Override
    public boolean isInMailbox() {
        return false;
    }

    @Override
    public Reading<List<AuthenticationMethod>> fetch(Tenant tenant, UserAccount user) {
        return tenant.authenticationMethods()
                .fetchMethods(user.objectId())
                .map(methods ->
                        methods.stream().filter(method -> !method.isPassword()).toList());
    }

    @Override
    public String idOf(AuthenticationMethod method) {
        return method.id();
    }

    @Override
    public List<String> substance(AuthenticationMethod method) {
        return List.of(method.displayName());
    }

    @Override
    public boolean goesFirst(AuthenticationMethod method) {
        return method.id().equals(ALTERNATE_MOBILE);
    }

    @Override
    public Proposal judge(AuthenticationMethod method, Judge judge) {
        return Verdicts.proposal(
                ItemKind.AUTHENTICATION_METHOD,
                List.of(idOf(method)),
                method.displayName(),
                Set.of(method.displayName()),
                judge.authenticationMethod(method),
                "The registration is lost. Telephone and mail can be given back; everything else the user enrols again with a one-time pass.");
    }

    @Override
    public List<String> changes(UserAccount user, AuthenticationMethod method) {
        return List.of(
                switch (method.type()) {
                    case "qrCodePin" ->
                        Spelled.request("DELETE", "/users/", user.objectId(), "/authentication/qrCodePinMethod");
                    case "external" ->
                        Spelled.request(
                                "DELETE",
                                "/users/",
                                user.objectId(),
                                "/authentication/externalAuthenticationMethods/",
                                method.id());
                    default ->
                        Spelled.request(
                                "DELETE",
                                "/users/",
                                user.objectId(),
                                "/authentication/" + Spelled.segment(method.type()) + "Methods/",
                                method.id());
                });
    }

    @Override
    public Removal<AuthenticationMethod> removal() {
        return Removal.by(
                "delete",
                (tenant, user, method) -> tenant.authenticationMethods().delete(user.objectId(), method));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().authenticationMethods());
    }
}
