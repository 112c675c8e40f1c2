package dev.cordon.simulator.founding;

import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.population.GeneratedPeople;
import dev.cordon.simulator.scenario.Operator;
import dev.cordon.simulator.scenario.Organisation.Hybrid;
import dev.cordon.simulator.scenario.Person;
import dev.cordon.simulator.scenario.RoleHolding;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.time.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The people a scenario names, the operator, and their roles. */
public final class People implements Founder {

    @Override
    public void found(Tenant tenant) {
        TenantState state = tenant.state();
        Scenario scenario = state.scenario();
        scenario.people().forEach(person -> person(person, state));
        GeneratedPeople.of(scenario, state.chance()).forEach(person -> person(person, state));
        Operator operator = scenario.operator();
        boolean named =
                scenario.people().stream().anyMatch(person -> person.upn().equalsIgnoreCase(operator.upn()));
        if (!named) {
            person(asPerson(operator), state);
        } else {
            roles(id(state.chance(), operator.upn()), operator.roles(), state);
        }
        roles(tenant.registration().servicePrincipalId(), scenario.application().roles(), state);
    }

    /** The object id of the person of that UPN. */
    public static String id(Chance chance, String upn) {
        return chance.guid("user", upn.toLowerCase(Locale.ROOT));
    }

    private static Person asPerson(Operator operator) {
        String name = Objects.requireNonNullElse(operator.displayName(), "Operator");
        return new Person(
                operator.upn(),
                name,
                "IT",
                "IT Administrator",
                null,
                false,
                false,
                true,
                Person.UserType.MEMBER,
                null,
                true,
                operator.password(),
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                operator.roles());
    }

    private static void person(Person person, TenantState state) {
        Scenario scenario = state.scenario();
        Chance chance = state.chance();
        String id = id(chance, person.upn());
        Instant created = Optional.ofNullable(person.created())
                .orElseGet(() -> scenario.start()
                        .minus(Duration.ofDays(
                                chance.generator("created", person.upn()).nextLong(200, 1500))));
        Instant passwordChanged = Optional.ofNullable(person.passwordChanged())
                .orElseGet(() -> scenario.start()
                        .minus(Duration.ofHours(chance.generator("password-changed", person.upn())
                                .nextLong(24 * 20, 24 * 180))));
        String password = Optional.ofNullable(person.password())
                .orElseGet(() -> chance.letters(14, "password", person.upn()) + "-7q");
        state.secrets().add("password", person.upn(), password);
        boolean synchronised = Optional.ofNullable(person.synchronised())
                .orElse(scenario.organisation().hybrid() != Hybrid.NONE);
        String manager = person.manager();
        state.table(User.TABLE)
                .put(
                        id,
                        new User(
                                id,
                                person.upn(),
                                Optional.ofNullable(person.displayName()).orElse(person.upn()),
                                person.department(),
                                person.jobTitle(),
                                manager == null ? null : id(chance, manager),
                                person.mobilePhone(),
                                person.aliases(),
                                person.userType() == Person.UserType.GUEST,
                                person.enabled(),
                                synchronised,
                                person.licensed(),
                                person.suspect(),
                                created,
                                password,
                                false,
                                passwordChanged,
                                passwordChanged,
                                "disabled",
                                null));
        roles(id, person.roles(), state);
    }

    private static void roles(String principalId, List<RoleHolding> roles, TenantState state) {
        for (RoleHolding role : roles) {
            String id = state.chance().letters(43, "role", principalId, role.templateId()) + "-1";
            state.table(RoleAssignment.TABLE)
                    .put(
                            id,
                            new RoleAssignment(
                                    id, principalId, role.templateId(), role.eligible(), RoleAssignment.TENANT));
        }
    }
}
