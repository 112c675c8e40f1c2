package dev.cordon.investigation.lines;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where an application sends people back to, with their token. */
public enum ReplyAddress {
    /** A house of its own. */
    PLAIN,
    /** The machine of whoever uses it, as programs on a desk have it, and scripts. */
    THIS_MACHINE,
    /** Space that anybody gets for nothing, or a domain that costs next to nothing. */
    CHEAP,
    /** A number, a tunnel to somebody's machine, a place that collects whatever comes, or without encryption. */
    MAKESHIFT,
    /** A name that sounds like Microsoft's and is not. */
    PRETENDING;

    private static final Set<String> MICROSOFT = Set.of(
            "microsoft.com",
            "microsoftonline.com",
            "office.com",
            "office365.com",
            "live.com",
            "windows.net",
            "azure.com",
            "sharepoint.com",
            "outlook.com",
            "microsoft365.com",
            "cloud.microsoft",
            "windowsazure.com",
            "msauth.net",
            "dynamics.com",
            "powerapps.com",
            "visualstudio.com",
            "botframework.com",
            "teams.microsoft.com");

    private static final Pattern SOUNDS_LIKE_MICROSOFT = Pattern.compile(
            "micros[o0]ft|m[i1l]cr[o0]s|rnicrosoft|office-?365|0ffice|0utlook|outlook|0365|o365|ms365|m365|onedrive|sharepoint|microsoftonline|azuread|msauth|login-?ms|owa-?");

    private static final Set<String> TUNNELS = Set.of(
            "ngrok.io",
            "ngrok.app",
            "ngrok.dev",
            "ngrok-free.app",
            "ngrok-free.dev",
            "trycloudflare.com",
            "loca.lt",
            "localtunnel.me",
            "localhost.run",
            "lhr.life",
            "serveo.net",
            "pagekite.me",
            "webhook.site",
            "jwt.ms",
            "jwt.io",
            "requestbin.com",
            "requestbin.net",
            "pipedream.net",
            "beeceptor.com",
            "hookbin.com",
            "interact.sh",
            "oast.fun",
            "oast.pro",
            "burpcollaborator.net",
            "duckdns.org",
            "no-ip.org",
            "ddns.net",
            "hopto.org",
            "zapto.org",
            "sytes.net",
            "dynu.net",
            "nip.io",
            "sslip.io",
            "devtunnels.ms");

    private static final Set<String> FREE_SPACE = Set.of(
            "azurewebsites.net",
            "azurestaticapps.net",
            "azurefd.net",
            "azure-api.net",
            "azureedge.net",
            "trafficmanager.net",
            "cloudapp.azure.com",
            "cloudapp.net",
            "web.core.windows.net",
            "blob.core.windows.net",
            "run.app",
            "amplifyapp.com",
            "webflow.io",
            "bubbleapps.io",
            "framer.app",
            "carrd.co",
            "workers.dev",
            "pages.dev",
            "glitch.me",
            "herokuapp.com",
            "onrender.com",
            "vercel.app",
            "netlify.app",
            "github.io",
            "gitlab.io",
            "firebaseapp.com",
            "web.app",
            "repl.co",
            "replit.app",
            "replit.dev",
            "000webhostapp.com",
            "surge.sh",
            "railway.app",
            "up.railway.app",
            "fly.dev",
            "deno.dev",
            "wixsite.com",
            "weebly.com",
            "blogspot.com",
            "r2.dev",
            "awsapprunner.com",
            "s3.amazonaws.com",
            "storage.googleapis.com",
            "appspot.com",
            "pythonanywhere.com",
            "infinityfreeapp.com",
            "rf.gd",
            "square.site",
            "godaddysites.com",
            "cloudfront.net",
            "edgeone.app",
            "lovable.app");

    private static final Set<String> CHEAP_ENDINGS = Set.of(
            "top", "xyz", "icu", "click", "online", "site", "website", "space", "tk", "ml", "ga", "cf", "gq", "buzz",
            "rest", "live", "cyou", "sbs", "cfd", "bond", "monster", "quest", "fun", "pw", "ru", "su", "cn", "link",
            "work", "support", "lol", "zip", "mov", "vip", "win", "loan", "cam", "autos", "beauty", "hair", "info",
            "biz");

    static ReplyAddress of(String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException _) {
            return MAKESHIFT;
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme)) {
            return PLAIN;
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return isThisMachine(host) ? THIS_MACHINE : ofHost(host, scheme.equals("http"));
    }

    /** The host of an address, in lower case; empty text where it is on no network. */
    static String hostOf(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : "";
        } catch (URISyntaxException _) {
            return "";
        }
    }

    /** Whether anybody gets space on that host, in lower case, for nothing. */
    public static boolean isFreeSpace(String host) {
        return MailDomains.isWithin(host, FREE_SPACE);
    }

    static boolean isMicrosofts(String host) {
        return MailDomains.isWithin(host, MICROSOFT);
    }

    private static ReplyAddress ofHost(String host, boolean isUnencrypted) {
        boolean isFree = isFreeSpace(host);
        if (isMicrosofts(host) && !isFree) {
            return PLAIN;
        }
        if (SOUNDS_LIKE_MICROSOFT.matcher(host).find() || host.contains("xn--")) {
            return PRETENDING;
        }
        boolean isNumber = host.isEmpty() || host.startsWith("[") || host.matches("[0-9.]+");
        if (isNumber || isUnencrypted || MailDomains.isWithin(host, TUNNELS)) {
            return MAKESHIFT;
        }
        boolean isCheap = isFree || CHEAP_ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1));
        return isCheap ? CHEAP : PLAIN;
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
