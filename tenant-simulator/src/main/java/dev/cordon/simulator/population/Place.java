package dev.cordon.simulator.population;

import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.Objects;

/** Where somebody is when he signs in. */
public record Place(String ip, String country, String city) {

    /** Where he is at that time: on a journey of the scenario, at home, or in the office. */
    public static Place of(TenantState state, User user, Habits usual, Instant at, boolean evening) {
        return state.scenario().people().stream()
                .filter(person -> !person.away().isEmpty() && person.upn().equalsIgnoreCase(user.userPrincipalName()))
                .flatMap(person -> person.away().stream())
                .filter(journey -> !at.isBefore(journey.from()) && at.isBefore(journey.to()))
                .findFirst()
                .map(journey ->
                        new Place(journey.ip(), journey.country(), Objects.requireNonNullElse(journey.city(), "")))
                .orElseGet(() -> new Place(evening ? usual.homeIp() : usual.officeIp(), usual.country(), usual.city()));
    }
}
