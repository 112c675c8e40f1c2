package dev.cordon.investigation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the name a browser or program gives itself. Any text is answered. */
public final class UserAgents {
    private static final int LIMIT = 400;
    private static final Pattern VERSION = Pattern.compile("[0-9]+([._][0-9]+)*");
    private static final Pattern AUTOMATION = Pattern.compile(
            "(axios|python|aiohttp|httpx|go-http-client|fasthttp|resty|undici|node-fetch|^node(\\.js)?\\b|^got\\b|okhttp|curl/|wget/|java/|"
                    + "jakarta|apache-httpclient|java-http-client|libwww|lwp::|reqwest|faraday|httparty|http\\.rb|^ruby\\b|"
                    + "trevorspray|msolspray|o365spray|credmaster|aadinternals|graphrunner|"
                    + "powershell|roadtools|roadtx|teamfiltration|evilginx|headlesschrome|phantomjs|selenium|puppeteer|playwright|"
                    + "postman|insomnia|restsharp|guzzle|mechanize|scrapy|bav2ropc)");

    /** What is built on another names it too: the one that is meant comes first here. */
    private static final List<Pattern> BROWSERS = Stream.of("edg[a-z]*", "opr", "firefox", "chrome", "version")
            .map(UserAgents::version)
            .toList();

    private UserAgents() {}

    private static Pattern version(String browser) {
        return Pattern.compile("\\b" + browser + "[/ ]([0-9]{1,4})\\b");
    }

    /** The number of the browser that it names; 0 where it names none. */
    public static int browserVersion(String userAgent) {
        String shortened =
                (userAgent.length() > LIMIT ? userAgent.substring(0, LIMIT) : userAgent).toLowerCase(Locale.ROOT);
        for (Pattern browser : BROWSERS) {
            Matcher matcher = browser.matcher(shortened);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 0;
    }

    /** The name without version numbers, so that an update does not look like a new program. */
    public static String family(String userAgent) {
        String shortened = userAgent.length() > LIMIT ? userAgent.substring(0, LIMIT) : userAgent;
        return VERSION.matcher(shortened.strip().toLowerCase(Locale.ROOT)).replaceAll("#");
    }

    /** Whether it is a tool or a library and not something a person sits in front of. */
    public static boolean isAutomation(String userAgent) {
        return AUTOMATION.matcher(family(userAgent)).find();
    }
}
