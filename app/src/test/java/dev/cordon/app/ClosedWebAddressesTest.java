package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedWebAddressesTest {
    private final ClosedWebAddresses closed = new ClosedWebAddresses();

    @ParameterizedTest
    @ValueSource(strings = {"http://tracker.example/pixel.png", "https://tracker.example/pixel.png"})
    void a_web_address_in_a_text_is_not_fetched(String address) throws MalformedURLException {
        URL url = of(address);
        assertThatThrownBy(url::openStream)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tracker.example")
                .hasMessageContaining("opens no web address");
    }

    @Test
    void an_address_keeps_its_parts() throws MalformedURLException {
        URL url = of("https://login.example:8443/tenant?x=1");
        assertThat(url.getHost()).isEqualTo("login.example");
        assertThat(url.getPort()).isEqualTo(8443);
        assertThat(url.getPath()).isEqualTo("/tenant");
        assertThat(of("https://login.example/").getDefaultPort()).isEqualTo(443);
        assertThat(of("http://login.example/").getDefaultPort()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jar", "file", "jrt"})
    void what_java_itself_needs_is_left_to_it(String protocol) {
        assertThat(closed.createURLStreamHandler(protocol)).isNull();
    }

    private URL of(String address) throws MalformedURLException {
        return URL.of(
                URI.create(address),
                closed.createURLStreamHandler(URI.create(address).getScheme()));
    }
}
