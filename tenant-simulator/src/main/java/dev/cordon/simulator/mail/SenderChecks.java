package dev.cordon.simulator.mail;

import dev.cordon.simulator.scenario.Conversation.Authentication;

/**
 * What the receiving servers write down about who sent a mail from outside, by SPF, DKIM and DMARC. The words are from
 * memory.
 *
 * @param domain of the address it is said to come from
 * @param ip of the server it came from
 * @see <a href="https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo">anti-spam message headers</a>
 */
record SenderChecks(Authentication found, String domain, String ip) {

    String results() {
        return switch (found) {
            case UNSIGNED ->
                spf("pass") + "; dkim=none (message not signed) header.d=none;dmarc=bestguesspass action=none"
                        + " header.from=" + domain + ";compauth=pass reason=109";
            case SIGNED ->
                spf("pass") + "; dkim=pass (signature was verified) header.d=" + domain
                        + ";dmarc=pass action=none header.from=" + domain + ";compauth=pass reason=100";
            case FAILED ->
                spf("fail") + "; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from="
                        + domain + ";compauth=fail reason=001";
        };
    }

    private String spf(String result) {
        return "spf=" + result + " (sender IP is " + ip + ") smtp.mailfrom=" + domain;
    }

    String receivedSpf() {
        return found == Authentication.FAILED
                ? "Fail (protection.outlook.com: domain of " + domain + " does not designate " + ip
                        + " as permitted sender) receiver=protection.outlook.com; client-ip=" + ip + "; helo=mail."
                        + domain + ";"
                : "Pass (protection.outlook.com: domain of " + domain + " designates " + ip
                        + " as permitted sender) receiver=protection.outlook.com; client-ip=" + ip + "; helo=mail."
                        + domain + "; pr=C";
    }
}
