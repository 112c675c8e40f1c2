package dev.cordon.simulator.auditqueries;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names Graph's schema has for record types. */
final class RecordTypes {

    private static final Map<Integer, String> NAMES = Map.of(
            1, "ExchangeAdmin",
            2, "ExchangeItem",
            3, "ExchangeItemGroup",
            6, "SharePointFileOperation",
            8, "AzureActiveDirectory",
            15, "AzureActiveDirectoryStsLogon",
            50, "ExchangeItemAggregated",
            101, "ExchangeSearch");

    private static final Map<String, Integer> NUMBERS = NAMES.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getValue().toLowerCase(Locale.ROOT), Map.Entry::getKey));

    private RecordTypes() {}

    static String name(int number) {
        return NAMES.getOrDefault(number, "unknownFutureValue");
    }

    static Optional<Integer> number(String name) {
        return Optional.ofNullable(NUMBERS.get(name.toLowerCase(Locale.ROOT)));
    }
}
