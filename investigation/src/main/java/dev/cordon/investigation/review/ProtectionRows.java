package dev.cordon.investigation.review;

import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import dev.cordon.investigation.review.Meaning.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What protects sign-ins: second factors, the demand for one, policies, federation. */
final class ProtectionRows {
    private static final String MFA = "T1556.006";
    private static final String POLICY = "T1556.009";
    private static final String REQUIREMENT = "strongauthenticationrequirement";

    /** Properties of an account that hold how it proves who it is, and what was changed then. */
    private static final Map<String, String> METHODS = Map.of(
            "strongauthenticationmethod", "The methods of the second factor were changed.",
            "strongauthenticationphoneappdetail", "An authenticator app was added, changed or removed.",
            "strongauthenticationuserdetails", "A telephone number or an address for the second factor was changed.",
            "searchabledevicekey", "A passkey or Windows Hello was added or removed.");

    /** What an app tells of itself again and again. */
    private static final Pattern UNSTEADY = Pattern.compile(
            "\\\\?\"?(LastAuthenticatedTimestamp|DeviceToken|PhoneAppVersion|OathTokenTimeDrift|TimeInterval|DeviceTag|TenantDeviceId|"
                    + "NotificationType|AuthenticatorFlavor)\\\\?\"?\\s*[:=]\\s*(\\\\?\"[^\"]*\\\\?\"|[^,}\\]]*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STATE = Pattern.compile("\"?State\\\\?\"?\\s*[:=]\\s*\\\\?\"?([A-Za-z0-9]+)");

    private ProtectionRows() {}

    /** An account was changed: only what protects its sign-ins is told, and only where it truly is another. */
    static List<Change> accountUpdated(Row row) {
        List<Change> changes = new ArrayList<>();
        if (row.has(REQUIREMENT)) {
            changes.addAll(requirement(row));
        }
        METHODS.keySet().stream().sorted().filter(row::has).forEach(name -> {
            String before = steady(row.detail().audit().before().getOrDefault(name, ""));
            String after = steady(row.detail().settings().getOrDefault(name, ""));
            if (!before.equals(after) || Row.isCut(after)) {
                boolean isFirst = before.isEmpty();
                changes.add(ofAccount(
                        row,
                        Effect.MAKES,
                        name,
                        new Meaning.Protection(
                                after.isEmpty() ? 40 : 35,
                                MFA,
                                String.valueOf(METHODS.get(name))
                                        + (isFirst
                                                ? " There was none before."
                                                : after.isEmpty() ? " None is left." : ""),
                                after.isEmpty() ? Whose.NOBODYS : Whose.OWNERS)));
            }
        });
        return changes;
    }

    private static String steady(String value) {
        return Row.bare(UNSTEADY.matcher(value).replaceAll("").replaceAll("\\s+", ""));
    }

    private static List<Change> requirement(Row row) {
        boolean was = isDemanded(row.detail().audit().before().getOrDefault(REQUIREMENT, ""));
        boolean is = isDemanded(row.detail().settings().getOrDefault(REQUIREMENT, ""));
        if (is) {
            return List.of(ofAccount(
                    row,
                    Effect.UNDOES,
                    REQUIREMENT,
                    new Meaning.Protection(0, MFA, "A second factor is demanded of this account.", Whose.NOBODYS)));
        }
        String sentence = "No second factor is demanded of this account any more"
                + (was ? "." : ", as far as this setting decides it.");
        return List.of(
                ofAccount(row, Effect.MAKES, REQUIREMENT, new Meaning.Protection(50, MFA, sentence, Whose.NOBODYS)));
    }

    /** Disabled is 0, or nothing at all. */
    private static boolean isDemanded(String value) {
        Matcher state = STATE.matcher(value);
        return state.find() && !Set.of("0", "disabled").contains(state.group(1).toLowerCase(Locale.ROOT));
    }

    static List<Change> factorOff(Row row) {
        return List.of(ofAccount(
                row,
                Effect.MAKES,
                REQUIREMENT,
                new Meaning.Protection(
                        50, MFA, "No second factor is demanded of this account any more.", Whose.NOBODYS)));
    }

    static List<Change> factorOn(Row row) {
        return List.of(ofAccount(
                row,
                Effect.UNDOES,
                REQUIREMENT,
                new Meaning.Protection(0, MFA, "A second factor is demanded of this account.", Whose.NOBODYS)));
    }

    private static Change ofAccount(Row row, Effect effect, String property, Meaning.Protection meaning) {
        String account = DirectoryRows.account(row);
        return new Change(
                FindingKind.STRONG_AUTHENTICATION_CHANGE,
                effect,
                meaning,
                account,
                DirectoryRows.people(row, account),
                Set.of(property),
                "",
                Origin.of(row));
    }

    static List<Change> methodAdded(Row row) {
        return method(row, false);
    }

    static List<Change> methodRemoved(Row row) {
        return method(row, true);
    }

    private static List<Change> method(Row row, boolean isTakenAway) {
        String account = DirectoryRows.account(row);
        boolean isByAnother =
                row.operation().startsWith("admin ") || !Names.isSame(Names.plain(account), Names.plain(row.actor()));
        return List.of(new Change(
                FindingKind.AUTHENTICATION_METHOD,
                Effect.TOUCHES,
                new Meaning.Method(isByAnother, isTakenAway),
                account,
                DirectoryRows.people(row, account),
                Set.of(row.operation()),
                "",
                Origin.of(row)));
    }

    static List<Change> policyAdded(Row row) {
        return policy(row, Effect.MAKES, 20, "A policy for sign-ins was made.", Whose.ADMINISTRATORS);
    }

    static List<Change> policyChanged(Row row) {
        String state = row.detail().settings().values().stream()
                .filter(value -> value.matches("(?is).*\"state\"\\s*:\\s*\"disabled\".*") || value.equals("disabled"))
                .findFirst()
                .orElse("");
        return state.isEmpty()
                ? policy(row, Effect.MAKES, 40, "A policy for sign-ins was changed.", Whose.ADMINISTRATORS)
                : policy(row, Effect.MAKES, 55, "A policy for sign-ins was switched off.", Whose.NOBODYS);
    }

    static List<Change> policyDeleted(Row row) {
        return policy(row, Effect.MAKES, 55, "A policy for sign-ins was deleted.", Whose.NOBODYS);
    }

    static List<Change> locationChanged(Row row) {
        return policy(row, Effect.MAKES, 40, "Which places are trusted at sign-in was changed.", Whose.NOBODYS);
    }

    private static List<Change> policy(Row row, Effect effect, int weight, String sentence, Whose whose) {
        String name = row.detail().settings().getOrDefault(RowDetail.TARGET_NAME, "");
        String shown = name.isBlank()
                ? row.target(text -> !Row.isId(text)).orElse(row.record().object())
                : name;
        return List.of(new Change(
                FindingKind.STRONG_AUTHENTICATION_CHANGE,
                effect,
                new Meaning.Protection(weight, POLICY, sentence, whose),
                shown.isBlank() ? "a policy that the row does not name" : shown,
                Set.of("policies"),
                Names.of(shown.isBlank() ? row.record().id() : shown.replace("@", "(at)")),
                "",
                Origin.of(row)));
    }

    static List<Change> federation(Row row) {
        return List.of(new Change(
                FindingKind.STRONG_AUTHENTICATION_CHANGE,
                Effect.MAKES,
                new Meaning.Protection(
                        65, "T1484.002", "Who vouches for the sign-ins of a whole domain was changed.", Whose.NOBODYS),
                row.record().object().isBlank() ? "a domain" : row.record().object(),
                Set.of("domains"),
                Names.of(row.record().object(), "domain"),
                "",
                Origin.of(row)));
    }
}
