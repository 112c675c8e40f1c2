package dev.cordon.simulator.methods;

import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.GeneratedPeople;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.Origin;
import java.time.Duration;
import java.util.List;

/** The Authenticator of everybody the scenario does not name: an organisation where people sign in with two factors. */
public final class UsualMethods implements Founder {

    private static final List<String> PHONES = List.of("iPhone 13", "iPhone 15", "Pixel 8", "Galaxy S23", "SM-A546B");

    @Override
    public void found(Tenant tenant) {
        var state = tenant.state();
        var newMethod = new NewMethod(state);
        for (var person : GeneratedPeople.of(state.scenario(), state.chance())) {
            var id = People.id(state.chance(), person.upn());
            var random = state.chance().generator("usual-method", id);
            var details = Json.object(
                    "displayName", PHONES.get(random.nextInt(PHONES.size())),
                    "deviceTag", "SoftwareTokenActivated",
                    "phoneAppVersion", "6.2503.1800");
            var created = state.scenario().start().minus(Duration.ofDays(20 + random.nextLong(500)));
            var method = newMethod.of(MethodType.MICROSOFT_AUTHENTICATOR, id, details, created, true, "usual");
            state.table(AuthenticationMethod.TABLE).put(method.key(), method);
            state.secrets().add("authentication-method", person.upn(), method.proof());
            state.table(Origin.TABLE)
                    .put(
                            method.key(),
                            new Origin(method.id(), null, ObjectKind.AUTHENTICATION_METHOD, id, Author.LEGITIMATE));
        }
    }
}
