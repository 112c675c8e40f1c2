package dev.cordon.investigation.lines;

import dev.cordon.investigation.Network;
import dev.cordon.investigation.Quote;
import dev.cordon.investigation.SignInTables;
import dev.cordon.investigation.UserAgents;
import dev.cordon.investigation.records.ClientAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Graph's {@code signIn}. Texts are empty where the line has none.
 *
 * @param number the line
 * @param user whose: his object id, else his sign-in name; in lower case
 * @param userName his sign-in name
 * @param at when
 * @param interactive whether a person was there
 * @param errorCode 0 where it succeeded
 * @param address where from, in its usual spelling, as the rows of logs have it
 * @param network the network of that
 * @param autonomousSystem the number of the autonomous system it belongs to; 0 where the line has none
 * @param country in upper case
 * @param city in lower case
 * @param position where that is on the globe
 * @param userAgent the program as it names itself, or the browser and system that Entra made of it
 * @param program the same without version numbers; of a telephone its system alone, because each of its apps names itself in its own way
 * @param version the number of the browser that it names; 0 where it names none
 * @param system the family of operating systems that it or the device names: windows, macos, linux, ios or android; empty text where neither does
 * @param isTool whether it is a tool or a library and not something a person sits in front of
 * @param clientApp Browser, IMAP4 ...
 * @param application what was used
 * @param applicationId its id, in lower case
 * @param device the registered device
 * @param session the session
 * @param protocol how it was authenticated, in lower case
 * @param byClaim whether a token brought the second factor
 * @param microsoft what Microsoft's products held of it
 */
record SignInLine(
        long number,
        String user,
        String userName,
        Instant at,
        boolean interactive,
        int errorCode,
        String address,
        String network,
        long autonomousSystem,
        String country,
        String city,
        Optional<Position> position,
        String userAgent,
        String program,
        int version,
        String system,
        boolean isTool,
        String clientApp,
        String application,
        String applicationId,
        SignInDevice device,
        String session,
        String protocol,
        boolean byClaim,
        SignInRisk microsoft) {
    /**
     * A place on the globe.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     */
    record Position(double latitude, double longitude) {
        private static final double EARTH_RADIUS_KM = 6371;

        /** Kilometres as the crow flies. */
        double distance(Position other) {
            double north = Math.toRadians(other.latitude - latitude);
            double east = Math.toRadians(other.longitude - longitude);
            double half = Math.pow(Math.sin(north / 2), 2)
                    + Math.cos(Math.toRadians(latitude))
                            * Math.cos(Math.toRadians(other.latitude))
                            * Math.pow(Math.sin(east / 2), 2);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
        }
    }

    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("iphone", "ios"),
            Map.entry("ipad", "ios"),
            Map.entry("ios", "ios"),
            Map.entry("android", "android"),
            Map.entry("windows", "windows"),
            Map.entry("macintosh", "macos"),
            Map.entry("macos", "macos"),
            Map.entry("linux", "linux"),
            Map.entry("cros", "linux"));

    /** The first that a program names is meant: Android's browsers name Linux before, and are asked for Android first. */
    private static final Pattern SYSTEM = Pattern.compile(
            "\\b(iphone|ipad|ios|android|windows|macintosh|macos|cros)(?![a-z])|\\blinux\\b(?!.*\\bandroid\\b)");

    /**
     * Codes of what comes after the password, beside those that a response knows: the prompt for the second factor was refused, it was not yet set up, or
     * a device or a policy was in the way.
     */
    private static final Set<Integer> BEHIND_THE_PASSWORD = Set.of(500121, 53004, 530031, 530032);

    private static final long MICROSOFT = 8075;

    /** Within a day anybody can be anywhere. */
    private static final Duration AROUND_THE_GLOBE = Duration.ofDays(1);

    static SignInLine read(long number, Members line) throws UnreadableLineException {
        String name = line.textOrEmpty("userPrincipalName");
        String user = first(line.textOrEmpty("userId"), name, line.textOrEmpty("servicePrincipalId"));
        if (user.isBlank()) {
            throw new UnreadableLineException("It does not say who signed in.");
        }
        Members status = line.object("status")
                .orElseThrow(() -> new UnreadableLineException("It has no status: whether it succeeded is not known."));
        Optional<Members> location = line.object("location");
        String address = ClientAddress.normalised(line.textOrEmpty("ipAddress")).toLowerCase(Locale.ROOT);
        String agent = userAgent(line);
        String system = system(line, UserAgents.family(agent));
        return new SignInLine(
                number,
                Vocabulary.lower(user),
                first(name, line.textOrEmpty("servicePrincipalName"), user),
                line.time("createdDateTime")
                        .orElseThrow(() -> new UnreadableLineException("It has no createdDateTime.")),
                isInteractive(line),
                Math.toIntExact(Math.clamp(
                        status.whole("errorCode")
                                .orElseThrow(() -> new UnreadableLineException("Its status has no errorCode.")),
                        -1L,
                        (long) Integer.MAX_VALUE)),
                address,
                address.isEmpty() ? "" : Network.of(address),
                line.whole("autonomousSystemNumber").orElse(0L),
                location.isPresent()
                        ? location.get().textOrEmpty("countryOrRegion").strip().toUpperCase(Locale.ROOT)
                        : "",
                location.isPresent() ? Vocabulary.lower(location.get().textOrEmpty("city")) : "",
                position(location),
                agent,
                isTelephone(system) ? system : UserAgents.family(agent),
                UserAgents.browserVersion(agent),
                system,
                UserAgents.isAutomation(agent),
                Vocabulary.lower(line.textOrEmpty("clientAppUsed")),
                line.textOrEmpty("appDisplayName"),
                Vocabulary.lower(line.textOrEmpty("appId")),
                SignInDevice.read(line),
                line.textOrEmpty("sessionId"),
                protocol(line),
                isByClaim(line),
                SignInRisk.read(line));
    }

    /** The same with its texts as {@code one} gives them: an equal one may stand for many. */
    SignInLine with(UnaryOperator<String> one) {
        return new SignInLine(
                number,
                one.apply(user),
                one.apply(userName),
                at,
                interactive,
                errorCode,
                one.apply(address),
                one.apply(network),
                autonomousSystem,
                one.apply(country),
                one.apply(city),
                position,
                one.apply(userAgent),
                one.apply(program),
                version,
                one.apply(system),
                isTool,
                one.apply(clientApp),
                one.apply(application),
                one.apply(applicationId),
                new SignInDevice(one.apply(device.id()), device.isManaged()),
                one.apply(session),
                one.apply(protocol),
                byClaim,
                microsoft);
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static boolean isInteractive(Members line) throws UnreadableLineException {
        Optional<Boolean> told = line.truth("isInteractive");
        return told.isPresent() ? told.get() : !line.texts("signInEventTypes").contains("nonInteractiveUser");
    }

    private static Optional<Position> position(Optional<Members> location) throws UnreadableLineException {
        Optional<Members> coordinates =
                location.isPresent() ? location.get().object("geoCoordinates") : Optional.empty();
        if (coordinates.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> latitude = coordinates.get().number("latitude");
        Optional<BigDecimal> longitude = coordinates.get().number("longitude");
        return latitude.isEmpty() || longitude.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(
                        latitude.get().doubleValue(), longitude.get().doubleValue()));
    }

    private static String userAgent(Members line) throws UnreadableLineException {
        String agent = line.textOrEmpty("userAgent");
        Optional<Members> device = line.object("deviceDetail");
        return !agent.isBlank() || device.isEmpty()
                ? agent
                : (device.get().textOrEmpty("browser") + " " + device.get().textOrEmpty("operatingSystem")).strip();
    }

    private static String protocol(Members line) throws UnreadableLineException {
        return Vocabulary.lower(line.textOrEmpty("authenticationProtocol")) + " "
                + Vocabulary.lower(line.textOrEmpty("originalTransferMethod"));
    }

    private static boolean isByClaim(Members line) throws UnreadableLineException {
        List<String> said = new ArrayList<>();
        for (Members detail : line.objects("authenticationDetails")) {
            said.add(detail.textOrEmpty("authenticationStepResultDetail"));
        }
        Optional<Members> status = line.object("status");
        said.add(status.isPresent() ? status.get().textOrEmpty("additionalDetails") : "");
        return said.stream().map(Vocabulary::lower).anyMatch(text -> text.contains("claim in the token"));
    }

    boolean isFromHosting() {
        return HostingNetworks.contain(autonomousSystem);
    }

    /** Whether it came out of a gateway that many share, so that its place says nothing of where the user was. */
    boolean isFromGateway() {
        return HostingNetworks.containGateway(autonomousSystem);
    }

    /** Whether it came from Microsoft's own network, where its shells and services run, and servers that anybody rents. */
    boolean isFromMicrosoft() {
        return autonomousSystem == MICROSOFT;
    }

    /** Whether it is a telephone or a tablet, which takes its sessions along from network to network. */
    boolean isMobile() {
        return isTelephone(system)
                || (system.isEmpty() && Vocabulary.lower(application).endsWith(" mobile"));
    }

    private static boolean isTelephone(String system) {
        return system.equals("ios") || system.equals("android");
    }

    /** What the program names, else what Entra says of the device. */
    private static String system(Members line, String program) throws UnreadableLineException {
        Optional<Members> device = line.object("deviceDetail");
        String named = system(program);
        return !named.isEmpty() || device.isEmpty()
                ? named
                : system(UserAgents.family(device.get().textOrEmpty("operatingSystem")));
    }

    private static String system(String program) {
        Matcher matcher = SYSTEM.matcher(program);
        return matcher.find() ? SYSTEMS.getOrDefault(matcher.group(), "") : "";
    }

    /** Session, program and device: who goes on with these elsewhere has come along, or has copied all three. */
    String client() {
        return session.isEmpty() ? "" : session + "\n" + program + "\n" + device.id();
    }

    /** The network's owner and the town: what stays the same where an address lasts a day. Empty text where neither is told. */
    String area() {
        return autonomousSystem == 0 && city.isEmpty() ? "" : autonomousSystem + "\n" + country + "\n" + city;
    }

    boolean succeeded() {
        return errorCode == 0;
    }

    /** Whether it worked, or failed only after the password had been right: what was missing then was a second factor, a device or a permission. */
    boolean hadPassword() {
        return succeeded() || BEHIND_THE_PASSWORD.contains(errorCode) || SignInTables.wasPasswordRight(errorCode);
    }

    LocalDate day() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** How far away the other was; 0 where either place is not known. */
    double kilometresTo(SignInLine other) {
        return position.isPresent() && other.position.isPresent()
                ? position.get().distance(other.position.get())
                : 0;
    }

    /** Whether nobody could have been both here and there. */
    boolean cannotBeReachedFrom(SignInLine other) {
        Duration between = Duration.between(at, other.at).abs();
        if (between.compareTo(AROUND_THE_GLOBE) > 0) {
            return false;
        }
        if (position.isPresent() && other.position.isPresent()) {
            double kilometres = position.get().distance(other.position.get());
            double hours = between.toMinutes() / 60.0;
            return kilometres > 500 && kilometres > 850 * hours;
        }
        return !country.isEmpty()
                && !other.country.isEmpty()
                && !country.equals(other.country)
                && between.compareTo(Duration.ofMinutes(90)) <= 0;
    }

    String what() {
        return "sign-in of " + Quote.of(userName) + " at " + at;
    }
}
