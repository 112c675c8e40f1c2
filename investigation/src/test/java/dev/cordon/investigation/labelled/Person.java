package dev.cordon.investigation.labelled;

import dev.cordon.investigation.labelled.Network.Place;
import java.util.List;
import java.util.Locale;

/** Somebody who works, with the places and machines that are his. */
record Person(
        int number,
        String id,
        String displayName,
        Place place,
        Network office,
        int officeHost,
        Network home,
        Network mobile,
        Machine laptop,
        String laptopSession,
        String browserSession,
        Machine phone,
        String phoneSession) {
    private static final List<String> FIRST = List.of(
            "Anna", "Bruno", "Chiara", "David", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jan", "Klara", "Luis",
            "Mona", "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Sven", "Tomoko", "Uma", "Viktor", "Wanda", "Yusuf",
            "Zoe");
    private static final List<String> LAST = List.of(
            "Berg", "Costa", "Dupont", "Eder", "Fischer", "Gallo", "Holt", "Ito", "Jensen", "Kaya", "Lindt", "Moreau",
            "Novak", "Okafor", "Petrov", "Quist", "Rossi", "Silva", "Tanaka", "Urban", "Vogel", "Weiss");
    private static final List<Office> OFFICES = List.of(
            new Office(Place.BERLIN, 3320, 3209, 6805),
            new Office(Place.LONDON, 2856, 5089, 12576),
            new Office(Place.AUSTIN, 7018, 7922, 21928),
            new Office(Place.LYON, 3215, 12322, 5410),
            new Office(Place.VIENNA, 8447, 8412, 25255),
            new Office(Place.MADRID, 12479, 3352, 12430),
            new Office(Place.MILAN, 3269, 30722, 24608),
            new Office(Place.ZURICH, 3303, 6730, 6730),
            new Office(Place.WARSAW, 5617, 6830, 12912),
            new Office(Place.BOSTON, 701, 7922, 6167),
            new Office(Place.STOCKHOLM, 3301, 39651, 44034),
            new Office(Place.MUNICH, 3320, 31334, 3209));

    /** The person of this number: always the same one. */
    static Person of(int number) {
        Chance chance = new Chance(0xC0FFEEL * (number + 1));
        int at = number % OFFICES.size();
        Office office = OFFICES.get(at);
        Place place = office.place();
        String name = FIRST.get(number % FIRST.size()) + " " + LAST.get(number * 7 % LAST.size());
        boolean hybrid = number % 3 == 0;
        String laptopName = (hybrid ? "PC-" : "LT-") + (1200 + number * 13);
        return new Person(
                number,
                chance.uuid(),
                name,
                place,
                place.network("198.18." + (10 + at) + ".", office.business()),
                4,
                place.network("198.18." + (60 + number) + ".", office.homes()),
                place.network("198.19." + (10 + at) + ".", office.carrier()),
                hybrid ? Machine.hybridWindows(chance, laptopName) : Machine.managedWindows(chance, laptopName),
                chance.uuid(),
                chance.uuid(),
                number % 2 == 0 ? Machine.iPhone() : Machine.android(chance),
                chance.uuid());
    }

    String principalName() {
        return displayName.replace(' ', '.').toLowerCase(Locale.ROOT) + "@contoso.example";
    }

    /** With another machine on the desk, and what a browser there is signed in with. */
    Person with(Machine newLaptop, String newSession) {
        return new Person(
                number,
                id,
                displayName,
                place,
                office,
                officeHost,
                home,
                mobile,
                newLaptop,
                newSession,
                newSession,
                phone,
                phoneSession);
    }

    /** With another telephone. */
    Person withPhone(Machine newPhone, String newSession) {
        return new Person(
                number,
                id,
                displayName,
                place,
                office,
                officeHost,
                home,
                mobile,
                laptop,
                laptopSession,
                browserSession,
                newPhone,
                newSession);
    }

    /** With another network at home or on the road. */
    Person living(Network newHome, Network newMobile) {
        return new Person(
                number,
                id,
                displayName,
                place,
                office,
                officeHost,
                newHome,
                newMobile,
                laptop,
                laptopSession,
                browserSession,
                phone,
                phoneSession);
    }

    private record Office(Place place, int business, int homes, int carrier) {}
}
