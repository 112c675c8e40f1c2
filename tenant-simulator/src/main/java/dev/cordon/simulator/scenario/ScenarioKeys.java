package dev.cordon.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every key a scenario file may have, by the shape of the place it stands in. The manual lists exactly these. */
final class ScenarioKeys {

    private static final Map<String, Set<String>> KEYS = new TreeMap<>();

    static {
        keys(
                "",
                "schema name seed clock organisation operator application people mailboxes persistence history delays"
                        + " searches throttling faults attacker otherHands campaigns conversations fraud");
        keys("clock", "start speed");
        keys("organisation", "name domains hybrid timeZone licences policies generatedUsers");
        keys("organisation.domains[]", "name default authentication");
        keys(
                "organisation.policies",
                "continuousAccessEvaluation temporaryAccessPass externalForwarding userConsent unifiedAuditLog");
        keys("operator", "upn displayName password roles roleGroups");
        keys("application", "permissions roles");
        keys(
                "people[]",
                "upn displayName department jobTitle manager suspect breakGlass enabled userType synchronised licensed"
                        + " password passwordChanged mobilePhone aliases created createdBy away roles");
        keys("people[].away[]", "from to ip country city");
        keys("roles[]", "role eligible");
        keys("mailboxes[]", "owner type folders messages audited auditBypass litigationHold");
        keys("persistence[]", "id kind owner by created hidden ip madeBy object");
        keys("history", "noise drawn signIns appSignIns audits mails mailActions clicks secureScore");
        keys("history.clicks[]", "user at url action app");
        keys("history.secureScore[]", "control at points");
        keys("history.drawn", "days auditRows signIns traces");
        keys("history.appSignIns[]", "app at ip country city resource errorCode by every times");
        keys(
                "history.mailActions[]",
                "mailbox user at do by session ip userAgent client folder query count every times subject body to");
        keys("history.noise", "days signInsPerPersonPerDay mailsPerPersonPerDay clicksPerPersonPerDay");
        keys(
                "history.signIns[]",
                "user at ip country city session by userAgent app resource interactive errorCode mfa protocol"
                        + " clientApp device");
        keys("history.audits[]", "at activity user app target ip result reason service category by details");
        keys("history.mails[]", "mailbox folder at from to subject body attachments read by reported");
        keys("delays", "latency revokeVisible caeEvent replication auditQuery logs");
        keys("delays.logs", "signIns nonInteractive directoryAudits unifiedAudit messageTrace");
        keys("searches", "duplicates repeats shortPages breaks");
        keys("throttling", "enabled buckets");
        keys("throttling.buckets.*", "requests per retryAfter concurrent");
        keys("faults[]", "match do retryAfter times");
        keys("faults[].match", "host method path cmdlet nth");
        keys(
                "campaigns[]",
                "id kind at from subject body urls attachments recipients drawn deliveries clicks reported");
        keys("campaigns[].from", "address name");
        keys("campaigns[].deliveries[]", "to drawn do at folder forwardTo copies unindexed");
        keys("campaigns[].clicks[]", "user at url action clickedThrough via");
        keys("campaigns[].reported[]", "user at");
        keys("otherHands[]", "by at when after do user match");
        keys("attacker", "from knows holds plan");
        keys("attacker.from[]", "ip country city userAgent");
        keys("attacker.knows[]", "user password");
        keys("attacker.holds", "sessions methods");
        keys(
                "attacker.holds.sessions[]",
                "id user resources cae mfa refreshToken issued accessTokenIssued accessTokenLife");
        keys(
                "attacker.plan[]",
                "at when after every times do user match like kind object hidden session with as folder query subject"
                        + " body to count from replyTo attachments saveToSentItems");
        keys("attacker.plan[].attachments[]", "name text");
        keys("conversations[]", "id subject letters");
        keys(
                "conversations[].letters[]",
                "at from fromName to cc replyTo subject body attachments read by sentBy session ip userAgent sentCopy"
                        + " authentication fraud");
        keys("conversations[].letters[].attachments[]", "name text");
        keys("fraud[]", "id kind account impersonates lookAlikes bankAccounts payments");
        keys("fraud[].lookAlikes[]", "domain imitates registered");
        keys("fraud[].bankAccounts[]", "id holder bank country iban swift");
        keys("fraud[].payments[]", "at amount currency account payer reference");
        keys("range", "min max");
    }

    private ScenarioKeys() {}

    private static void keys(String shape, String names) {
        KEYS.put(shape, Set.of(names.split(" ")));
    }

    /** The keys allowed in a place of this shape. */
    static Set<String> of(String shape) {
        var keys = KEYS.get(shape);
        if (keys == null) {
            throw new IllegalStateException("no keys are defined for '" + shape + "'");
        }
        return keys;
    }

    /** Every key with its shape, such as {@code people[].upn}; objects' keys as {@code object(inbox-rule).displayName}. */
    static Set<String> all() {
        var all = new TreeSet<String>();
        KEYS.forEach((shape, names) -> names.forEach(name -> all.add(shape.isEmpty() ? name : shape + "." + name)));
        for (var kind : ObjectKind.values()) {
            for (var key : ObjectShapes.of(kind).keySet()) {
                all.add("object(" + kind.word() + ")." + key);
            }
        }
        for (var part : List.of("conditions", "actions", "sweep", "app")) {
            ObjectShapes.part(part).keySet().forEach(key -> all.add("object." + part + "." + key));
        }
        return all;
    }
}
