package dev.cordon.investigation.labelled;

import static java.util.Locale.ROOT;

/**
 * A network as the log tells of it: who runs it and where its addresses seem to be. All addresses lie in ranges that are kept for documentation
 * and measurements (RFC 5737, RFC 3849, RFC 2544) and belong to nobody; the numbers of autonomous systems are real.
 *
 * @param prefix what every address begins with: three bytes and a dot, or four groups of IPv6 and a colon
 */
record Network(String prefix, int autonomousSystem, String city, String country, double latitude, double longitude) {
    /** A network where one can rent a machine or a way out; its place is where the exit seems to be. */
    static Network hosting(int subnet, int autonomousSystem, Place place) {
        return place.network("198.19." + (200 + subnet) + ".", autonomousSystem);
    }

    /** The address of one host; of IPv6 one of the many that a machine gives itself. */
    String address(int host) {
        if (prefix.contains(":")) {
            int word = Math.floorMod(host * 40503, 65536);
            return String.format(
                    ROOT, "%s%x:%x:%x:%x", prefix, word | 1, host + 17, word ^ 0x5A5A, host * 31 % 65536 + 2);
        }
        return prefix + (1 + Math.floorMod(host, 253));
    }

    /** A city, as the log's table of addresses knows it. */
    enum Place {
        BERLIN("Berlin", "DE", 52.52, 13.41, 1),
        MUNICH("Munich", "DE", 48.14, 11.58, 1),
        HAMBURG("Hamburg", "DE", 53.55, 9.99, 1),
        FRANKFURT("Frankfurt am Main", "DE", 50.11, 8.68, 1),
        VIENNA("Wien", "AT", 48.21, 16.37, 1),
        ZURICH("Zurich", "CH", 47.37, 8.54, 1),
        BASEL("Basel", "CH", 47.56, 7.59, 1),
        MULHOUSE("Mulhouse", "FR", 47.75, 7.34, 1),
        LYON("Lyon", "FR", 45.76, 4.84, 1),
        PARIS("Paris", "FR", 48.86, 2.35, 1),
        MADRID("Madrid", "ES", 40.42, -3.70, 1),
        PALMA("Palma", "ES", 39.57, 2.65, 1),
        MILAN("Milan", "IT", 45.46, 9.19, 1),
        AMSTERDAM("Amsterdam", "NL", 52.37, 4.90, 1),
        LONDON("London", "GB", 51.51, -0.13, 0),
        LEEDS("Leeds", "GB", 53.80, -1.55, 0),
        WARSAW("Warsaw", "PL", 52.23, 21.01, 1),
        STOCKHOLM("Stockholm", "SE", 59.33, 18.07, 1),
        BUCHAREST("Bucharest", "RO", 44.43, 26.10, 2),
        ISTANBUL("Istanbul", "TR", 41.01, 28.98, 3),
        LAGOS("Lagos", "NG", 6.45, 3.39, 1),
        AUSTIN("Austin", "US", 30.27, -97.74, -5),
        BOSTON("Boston", "US", 42.36, -71.06, -4),
        CHICAGO("Chicago", "US", 41.88, -87.63, -5),
        LOS_ANGELES("Los Angeles", "US", 34.05, -118.24, -7),
        TORONTO("Toronto", "CA", 43.65, -79.38, -4),
        SINGAPORE("Singapore", "SG", 1.35, 103.82, 8),
        OSAKA("Osaka", "JP", 34.69, 135.50, 9),
        SYDNEY("Sydney", "AU", -33.87, 151.21, 10);

        final String city;
        final String country;
        final double latitude;
        final double longitude;
        /** Hours before UTC; the thirty days are told without the change to winter time. */
        final int offset;

        Place(String city, String country, double latitude, double longitude, int offset) {
            this.city = city;
            this.country = country;
            this.latitude = latitude;
            this.longitude = longitude;
            this.offset = offset;
        }

        Network network(String prefix, int autonomousSystem) {
            return new Network(prefix, autonomousSystem, city, country, latitude, longitude);
        }
    }
}
