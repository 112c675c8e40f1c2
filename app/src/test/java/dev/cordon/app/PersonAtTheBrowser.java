package dev.cordon.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A person with a browser who signs in by the pages he is shown: he fills in what is asked for and presses the button, until
 * no form is left. One thread.
 *
 * @param answers what he writes into the fields of these names
 */
record PersonAtTheBrowser(HttpClient browser, Map<String, String> answers) implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form method=post(?: action=\"([^\"]*)\")?>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("<input [^>]*name=\"?([A-Za-z_]+)\"?[^>]*value=\"([^\"]*)\"");
    private static final Pattern FACTOR = Pattern.compile("<select name=method>.*?<option value=\"([^\"]+)\">");

    static PersonAtTheBrowser trusting(Path caFile, Map<String, String> answers)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(caFile)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new PersonAtTheBrowser(
                HttpClient.newBuilder()
                        .sslContext(context)
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .build(),
                answers);
    }

    /** Opens the page and goes on until there is nothing more to fill in; returns what the last page says. */
    String visit(URI page) throws IOException, InterruptedException {
        HttpResponse<String> shown = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        for (int pages = 0; pages < 5; pages++) {
            Matcher forms = FORM.matcher(shown.body());
            boolean more = forms.find();
            while (more && forms.group(2).contains("name=simulated")) {
                more = forms.find(); // he does it the long way
            }
            if (!more) {
                return shown.body();
            }
            shown = submit(shown.uri(), forms.group(1), forms.group(2));
        }
        throw new IllegalStateException("The pages do not end: " + shown.body());
    }

    private HttpResponse<String> submit(URI shown, @Nullable String action, String form)
            throws IOException, InterruptedException {
        URI target = action == null ? shown : shown.resolve(plain(action));
        String body = filled(form).entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private Map<String, String> filled(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            fields.put(inputs.group(1), answers.getOrDefault(inputs.group(1), plain(inputs.group(2))));
        }
        Matcher factor = FACTOR.matcher(form);
        if (factor.find()) {
            fields.put("method", plain(factor.group(1)));
        }
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        browser.close();
    }
}
