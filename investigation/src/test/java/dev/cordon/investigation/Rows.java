package dev.cordon.investigation;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The fixture catalogue: a user in Dublin with a laptop and a telephone, and an attacker in various guises. */
public final class Rows {
    public static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    public static final String ANNA = "0d4f3a1e-0000-4000-8000-000000000001";
    public static final String OFFICE = "198.51.100.7";
    public static final String HOME = "198.51.101.20";
    public static final String ATTACKER = "203.0.113.9";
    static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/131.0.0.0";
    static final String PHONE = "Outlook-iOS/2.0";
    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private Rows() {}

    /** A successful, ordinary sign-in of Anna's to change from. */
    public static Draft signIn(Duration ago) {
        return new Draft(NOW.minus(ago));
    }

    /** Thirty days of ordinary work, four sign-ins a day, until half an hour ago. */
    static List<SignIn> month() {
        List<SignIn> rows = new ArrayList<>();
        for (int day = 30; day >= 1; day--) {
            Duration ago = Duration.ofDays(day);
            rows.add(signIn(ago.minusHours(1)).from(OFFICE, "IE").row());
            rows.add(signIn(ago.minusHours(5)).from(OFFICE, "IE").row());
            rows.add(signIn(ago.minusHours(9)).from(HOME, "IE").with(PHONE).row());
            rows.add(signIn(ago.minusHours(3))
                    .from(OFFICE, "IE")
                    .nonInteractive()
                    .row());
        }
        rows.add(signIn(Duration.ofMinutes(30)).from(OFFICE, "IE").row());
        return rows;
    }

    public static List<SignIn> monthWith(SignIn... more) {
        List<SignIn> rows = month();
        rows.addAll(List.of(more));
        return rows;
    }

    public static Coverage readThrough(Instant through) {
        return new Coverage("signIns", NOW.minus(Duration.ofDays(30)), Optional.of(through), 121, Optional.empty());
    }

    public static AttackPicture picture(List<SignIn> signIns, AuditEvent... audits) {
        return AttackPicture.draw(new SignInHistory(
                ANNA,
                signIns,
                List.of(audits),
                List.of(),
                "",
                List.of(),
                List.of(readThrough(NOW.minusSeconds(600))),
                false,
                NOW));
    }

    public static AttackPicture quiet(AuditEvent... audits) {
        return picture(month(), audits);
    }

    /** A stolen session used from abroad with a tool, twenty hours ago. */
    public static AttackPicture attacked(AuditEvent... audits) {
        return picture(
                monthWith(signIn(Duration.ofHours(20))
                        .from(ATTACKER, "NL")
                        .with("axios/1.7")
                        .session("stolen")
                        .byClaim()
                        .row()),
                audits);
    }

    /** The same from an address beside the office's. */
    static AttackPicture attackedFromNextDoor(AuditEvent... audits) {
        return picture(
                monthWith(signIn(Duration.ofHours(20))
                        .from("198.51.100.99", "IE")
                        .with("axios/1.7")
                        .session("stolen")
                        .noDevice()
                        .byClaim()
                        .row()),
                audits);
    }

    /** A journey: a new country with the usual program and nothing at home. */
    public static AttackPicture journey() {
        return picture(
                monthWith(signIn(Duration.ofMinutes(10))
                                .from("192.0.2.77", "FR")
                                .with(FIREFOX)
                                .noDevice()
                                .row())
                        .stream()
                        .filter(row -> row.at().isBefore(NOW.minus(Duration.ofHours(9)))
                                || row.country().equals("FR"))
                        .toList());
    }

    public static AttackPicture unreadable() {
        Coverage coverage = Coverage.notRead("signIns", NOW.minus(Duration.ofDays(30)), "Entra ID P1 is missing.");
        return AttackPicture.draw(
                new SignInHistory(ANNA, List.of(), List.of(), List.of(), "", List.of(), List.of(coverage), false, NOW));
    }

    static AuditEvent audit(String activity, Duration ago, String address, String... mentioned) {
        Map<String, String> details = mentioned.length == 0 ? Map.of() : Map.of("what", String.join(" ", mentioned));
        return audit(activity, ago, address, Set.of(), details);
    }

    static AuditEvent audit(
            String activity, Duration ago, String address, Set<String> targets, Map<String, String> details) {
        return new AuditEvent(
                UUID.nameUUIDFromBytes((activity + ago + address).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                NOW.minus(ago),
                activity,
                "UserManagement",
                true,
                ANNA,
                "anna.berg@contoso.example",
                address,
                false,
                Optional.empty(),
                targets.stream().collect(Collectors.toMap(id -> id, id -> "name of " + id)),
                details);
    }

    /** A sign-in being described. */
    public static final class Draft {
        private final Instant at;
        private String address = OFFICE;
        private String country = "IE";
        private String userAgent = EDGE;
        private String device = "laptop-1";
        private String clientApp = "Browser";
        private boolean interactive = true;
        private int error;
        private Optional<String> session = Optional.empty();
        private Optional<String> protocol = Optional.empty();
        private Optional<Boolean> byClaim = Optional.empty();

        Draft(Instant at) {
            this.at = at;
        }

        public Draft from(String newAddress, String newCountry) {
            address = newAddress;
            country = newCountry;
            return this;
        }

        /** With this program; a program other than the laptop's browser and the telephone's comes without a device. */
        public Draft with(String newUserAgent) {
            userAgent = newUserAgent;
            device = newUserAgent.equals(PHONE) ? "phone-1" : "";
            return this;
        }

        public Draft noDevice() {
            device = "";
            return this;
        }

        public Draft nonInteractive() {
            interactive = false;
            return this;
        }

        public Draft session(String id) {
            session = Optional.of(id);
            return this;
        }

        public Draft byClaim() {
            byClaim = Optional.of(true);
            return this;
        }

        public Draft deviceCode() {
            protocol = Optional.of("deviceCode");
            return this;
        }

        public Draft over(String newClientApp) {
            clientApp = newClientApp;
            return this;
        }

        public Draft failing(int code) {
            error = code;
            return this;
        }

        public SignIn row() {
            String id = at + address + userAgent + session.orElse("") + clientApp;
            return new SignIn(
                    id,
                    at,
                    interactive,
                    error == 0,
                    error,
                    address,
                    country,
                    "",
                    userAgent,
                    "Office 365 Exchange Online",
                    clientApp,
                    "Office 365 Exchange Online",
                    device,
                    session,
                    protocol,
                    byClaim,
                    "");
        }
    }
}
