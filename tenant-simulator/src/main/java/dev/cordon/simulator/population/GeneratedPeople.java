package dev.cordon.simulator.population;

import dev.cordon.simulator.scenario.Person;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.time.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** As many further people as a scenario asks for, in departments that have a head each. */
public final class GeneratedPeople {

    private static final List<String> FIRST = List.of(
            "Aoife", "Ben", "Carla", "Daniel", "Elena", "Fergus", "Greta", "Hanna", "Ivan", "Jana", "Karim", "Lena",
            "Marta", "Nils", "Olga", "Peter", "Quirin", "Rosa", "Samir", "Tessa", "Ulla", "Viktor", "Wanda", "Yusuf",
            "Zoe", "Adam", "Bianca", "Cormac", "Deirdre", "Emil", "Fiona", "Gustav", "Helena", "Ines", "Jonas");
    private static final List<String> LAST = List.of(
            "Ahern",
            "Bauer",
            "Costa",
            "Doyle",
            "Eriksen",
            "Fischer",
            "Gallagher",
            "Hansen",
            "Ivanova",
            "Jansen",
            "Keane",
            "Larsson",
            "Moreau",
            "Novak",
            "OBrien",
            "Petrov",
            "Quinn",
            "Rossi",
            "Schmidt",
            "Tanaka",
            "Ueda",
            "Virtanen",
            "Walsh",
            "Yilmaz",
            "Zimmer",
            "Andersson",
            "Byrne",
            "Conti",
            "Dubois",
            "Engel",
            "Ferrari",
            "Garcia",
            "Hughes",
            "Isaksen",
            "Jensen",
            "Kowalski",
            "Lindgren",
            "Murphy",
            "Nowak",
            "Oliveira");
    private static final List<String> DEPARTMENTS = List.of(
            "Sales",
            "Production",
            "Finance",
            "Purchasing",
            "Engineering",
            "Logistics",
            "Human Resources",
            "Service",
            "Marketing",
            "Quality");
    private static final List<String> TITLES =
            List.of("Specialist", "Coordinator", "Clerk", "Engineer", "Assistant", "Planner", "Technician");

    private GeneratedPeople() {}

    /** The people; none has the name of one the scenario names. */
    public static List<Person> of(Scenario scenario, Chance chance) {
        var taken = new HashSet<String>();
        scenario.people().forEach(person -> taken.add(person.upn().toLowerCase(Locale.ROOT)));
        taken.add(scenario.operator().upn().toLowerCase(Locale.ROOT));
        var people = new ArrayList<Person>();
        var heads = new ArrayList<String>();
        for (var number = 0; number < scenario.organisation().generatedUsers(); number++) {
            var person = person(scenario, chance, number, taken, heads);
            if (heads.size() < DEPARTMENTS.size()) {
                heads.add(person.upn());
            }
            people.add(person);
        }
        return people;
    }

    private static Person person(Scenario scenario, Chance chance, int number, Set<String> taken, List<String> heads) {
        var random = chance.generator("person", number);
        var first = FIRST.get(random.nextInt(FIRST.size()));
        var last = LAST.get(random.nextInt(LAST.size()));
        var domain = scenario.organisation().defaultDomain();
        var name = (first + "." + last).toLowerCase(Locale.ROOT);
        var upn = name + "@" + domain;
        for (var twin = 2; !taken.add(upn.toLowerCase(Locale.ROOT)); twin++) {
            upn = name + twin + "@" + domain;
        }
        var head = heads.size() < DEPARTMENTS.size();
        var place = head ? heads.size() : random.nextInt(DEPARTMENTS.size());
        return new Person(
                upn,
                first + " " + last,
                DEPARTMENTS.get(place),
                head ? "Head of " + DEPARTMENTS.get(place) : TITLES.get(random.nextInt(TITLES.size())),
                head ? null : heads.get(place),
                false,
                false,
                true,
                Person.UserType.MEMBER,
                null,
                true,
                null,
                null,
                "+353 85 555 " + (1000 + random.nextInt(9000)),
                List.of(),
                scenario.start().minus(Duration.ofDays(random.nextLong(60, 2400))),
                null,
                List.of(),
                List.of());
    }
}
