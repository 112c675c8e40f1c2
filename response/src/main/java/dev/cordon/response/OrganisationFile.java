package dev.cordon.response;

import dev.cordon.investigation.facts.AddressRange;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.MailDomains;
import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.playbooks.yaml.Problems;
import dev.cordon.playbooks.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an organisation has said of itself in a file, {@code schema: cordon-organisation/1}. Whatever is wrong with it is told with its line.
 *
 * @param path the file
 * @param facts what it says
 */
public record OrganisationFile(Path path, OrganisationFacts facts) {
    /** The name of the file in the data folder that counts for each tenant without one of its own. */
    public static final String NAME = "organisation.yaml";

    private static final int MOST_BYTES = 1024 * 1024;
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}._ -]{1,100}");

    private static final String SCHEMA = "cordon-organisation/1";
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /**
     * What a data folder's file says of a tenant: its own, {@code organisation-NAME.yaml}, else the one for all; empty where there is neither.
     *
     * @throws MalformedFileException naming every problem with its line
     * @throws RequestRefusedException where it cannot be read
     */
    public static Optional<OrganisationFile> of(Path folder, String tenant) {
        Optional<OrganisationFile> own = FILE_NAME.matcher(tenant).matches()
                ? find(folder.resolve("organisation-" + tenant + ".yaml"))
                : Optional.empty();
        return own.or(() -> find(folder.resolve(NAME)));
    }

    private static Optional<OrganisationFile> find(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(read(file)) : Optional.empty();
    }

    /**
     * What that file says.
     *
     * @throws MalformedFileException naming every problem with its line
     * @throws RequestRefusedException where it is not there or cannot be read
     */
    public static OrganisationFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw refused(file + (Files.exists(file) ? " is no file." : " is not there."));
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] read = bytes.readNBytes(MOST_BYTES);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
            return new OrganisationFile(file, parse(file.toString(), text));
        } catch (IOException _) {
            throw refused(file + " cannot be read.");
        }
    }

    private static RequestRefusedException refused(String what) {
        return new RequestRefusedException(
                RequestRefusedException.Reason.NOT_POSSIBLE_NOW,
                what,
                "What you know of the organisation stands in a text file in UTF-8 that you may read; nothing was judged.");
    }

    /**
     * Reads such a file.
     *
     * @throws MalformedFileException naming every problem with its line
     */
    public static OrganisationFacts parse(String file, String text) {
        Problems problems = new Problems(file);
        YamlMap root = YamlMap.parse(file, text, problems);
        if (!root.text("schema").equals(SCHEMA)) {
            problems.add(root.lineOf("schema"), "schema must be " + SCHEMA);
        }
        List<String> domains = root.texts("domains").stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!domains.stream().allMatch(OrganisationFile::isSomebodys)) {
            problems.add(
                    root.lineOf("domains"),
                    "'domains' must list domains such as contoso.example, and none where anybody gets an address");
        }
        var facts = new OrganisationFacts(
                domains,
                all(root, "partners", OrganisationFile::partner),
                all(root, "travel", OrganisationFile::journey),
                all(root, "networks", OrganisationFile::exit),
                all(root, "applications", OrganisationFile::approved),
                all(root, "forwardings", OrganisationFile::agreed));
        root.refuseOthers();
        problems.throwIfAny();
        return facts;
    }

    /** Whoever takes for his own what anybody gets takes an attacker for a colleague. */
    private static boolean isSomebodys(String domain) {
        return DOMAIN.matcher(domain).matches() && !MailDomains.isAnybodys(domain);
    }

    /** The problems of an entry are noted by its map; what cannot be read is left out until they are thrown. */
    private static <T> List<T> all(YamlMap root, String key, Function<YamlMap, Optional<T>> read) {
        return root.maps(key).stream()
                .flatMap(map -> {
                    Optional<T> one = read.apply(map);
                    map.refuseOthers();
                    return one.stream();
                })
                .toList();
    }

    private static Optional<OrganisationFacts.Partner> partner(YamlMap map) {
        Optional<String> domain = required(
                map,
                "domain",
                text -> {
                    String lower = text.strip().toLowerCase(Locale.ROOT);
                    return onlyIf(isSomebodys(lower), lower);
                },
                "a domain such as fabrikam.example, and none where anybody gets an address");
        String because = map.text("because");
        return domain.map(name -> new OrganisationFacts.Partner(name, because));
    }

    private static Optional<OrganisationFacts.Journey> journey(YamlMap map) {
        Optional<String> user = matching(map, "user", ADDRESS, "a sign-in name such as anna@contoso.example");
        Optional<String> country =
                required(map, "country", text -> onlyIf(COUNTRY.matcher(text).matches(), text), "a country such as JP");
        Optional<LocalDate> from = required(map, "from", LocalDate::parse, "a day such as 2026-03-02");
        Optional<LocalDate> until = required(
                map,
                "until",
                text -> {
                    LocalDate day = LocalDate.parse(text);
                    return onlyIf(from.filter(day::isBefore).isEmpty(), day);
                },
                "a day that is not before 'from'");
        String because = map.text("because");
        return user.isPresent() && country.isPresent() && from.isPresent() && until.isPresent()
                ? Optional.of(new OrganisationFacts.Journey(
                        user.get(), List.of(country.get()), from.get(), until.get(), because))
                : Optional.empty();
    }

    private static Optional<OrganisationFacts.Exit> exit(YamlMap map) {
        Optional<AddressRange> range = required(
                map, "range", AddressRange::parse, "a range such as 203.0.113.0/24, no wider than /16, or /32 of IPv6");
        String because = map.text("because");
        return range.map(network -> new OrganisationFacts.Exit(network, because));
    }

    private static Optional<OrganisationFacts.Approved> approved(YamlMap map) {
        Optional<String> id = matching(map, "id", ID, "the application's id, never its name");
        String because = map.text("because");
        return id.map(client -> new OrganisationFacts.Approved(client, because));
    }

    private static Optional<OrganisationFacts.Agreed> agreed(YamlMap map) {
        Optional<String> mailbox = matching(map, "mailbox", ADDRESS, "a sign-in name such as anna@contoso.example");
        Optional<String> to = matching(map, "to", ADDRESS, "a mail address");
        String because = map.text("because");
        return mailbox.isPresent() && to.isPresent()
                ? Optional.of(new OrganisationFacts.Agreed(mailbox.get(), to.get(), because))
                : Optional.empty();
    }

    private static Optional<String> matching(YamlMap map, String key, Pattern shape, String expected) {
        return required(
                map,
                key,
                text -> {
                    String lower = text.strip().toLowerCase(Locale.ROOT);
                    return onlyIf(shape.matcher(lower).matches(), lower);
                },
                expected);
    }

    private static <T> Optional<T> required(YamlMap map, String key, Function<String, T> parse, String expected) {
        if (!map.has(key)) {
            map.text(key);
            return Optional.empty();
        }
        return map.find(key, parse, expected);
    }

    private static <T> T onlyIf(boolean isSo, T value) {
        if (!isSo) {
            throw new IllegalArgumentException("not of the shape");
        }
        return value;
    }
}
