package dev.cordon.investigation;

import java.util.Map;
import java.util.Optional;

/**
 * ATT&CK's techniques in plain words: what the attacker does, for somebody who is no analyst.
 *
 * @see <a href="https://attack.mitre.org/">MITRE ATT&CK v18.1</a>
 */
public final class Techniques {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("T1070.008", "taking away the traces in the mailbox"),
            Map.entry("T1078.004", "somebody else uses the account"),
            Map.entry("T1098.001", "a key of their own for an application"),
            Map.entry("T1098.002", "rights over somebody's mailbox"),
            Map.entry("T1098.003", "more rights through a role"),
            Map.entry("T1098.005", "a device of their own, which stays signed in"),
            Map.entry("T1110", "guessing passwords"),
            Map.entry("T1110.001", "guessing one account's password"),
            Map.entry("T1110.003", "trying a few passwords on many accounts"),
            Map.entry("T1114", "taking mail"),
            Map.entry("T1114.002", "reading mail from afar"),
            Map.entry("T1114.003", "having mail sent on to themselves"),
            Map.entry("T1136.003", "a new account to come back with"),
            Map.entry("T1204.001", "a link that somebody was made to click"),
            Map.entry("T1484.002", "making the tenant trust another one's sign-ins"),
            Map.entry("T1528", "getting an application's or a device's access approved"),
            Map.entry("T1534", "phishing colleagues from inside"),
            Map.entry("T1550.004", "a stolen session, which needs no password"),
            Map.entry("T1556.006", "changing the second factor"),
            Map.entry("T1556.009", "weakening the rules for sign-ins"),
            Map.entry("T1557", "standing between the user and the sign-in page"),
            Map.entry("T1562.008", "switching logs off"),
            Map.entry("T1564.008", "hiding mail from its owner"),
            Map.entry("T1566", "phishing"),
            Map.entry("T1566.002", "a mail with a link to phish with"),
            Map.entry("T1567", "carrying files out"),
            Map.entry("T1583.001", "a domain of their own, to be taken for another"),
            Map.entry("T1586.002", "using somebody else's mailbox"),
            Map.entry("T1621", "asking for a second factor until somebody gives in"),
            Map.entry("T1656", "pretending to be somebody else"),
            Map.entry("T1657", "taking money"),
            Map.entry("T1671", "an application that stays in the tenant"));

    private Techniques() {}

    /** What it is, half a sentence; empty where it is not known. */
    public static Optional<String> inWords(String technique) {
        return Optional.ofNullable(WORDS.get(technique));
    }
}
