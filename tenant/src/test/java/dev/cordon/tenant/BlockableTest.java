package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.BlockList.Blockable;
import dev.cordon.tenant.BlockList.Blockable.Page;
import dev.cordon.tenant.BlockList.Blockable.PagesOf;
import dev.cordon.tenant.BlockList.Blockable.Sender;
import dev.cordon.tenant.BlockList.Blockable.SenderDomain;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockableTest {
    @Test
    void entries_are_spelled_as_the_list_wants_them() {
        assertThat(new SenderDomain(" Evil.Example ").value()).isEqualTo("evil.example");
        assertThat(new SenderDomain("b\u00fccher.example").value()).isEqualTo("xn--bcher-kva.example");
        assertThat(new PagesOf("EVIL.example").value()).isEqualTo("~evil.example~");
        assertThat(Page.of("https://Evil.example/").value()).isEqualTo("evil.example/*");
        assertThat(Page.of("https://evil.example:8443/Login?u=anna#x").value()).isEqualTo("evil.example/Login");
        assertThat(new Page("evil.example/*").value()).isEqualTo("evil.example/*");
    }

    @Test
    void what_is_no_entry_is_refused_before_anybody_is_asked() {
        for (String wrong :
                List.of("", "evil", "a b@evil.example", "@evil.example", "a@b@evil.example", "a@evil\".example")) {
            assertThatThrownBy(() -> new Sender(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        for (String wrong : List.of("", "*", "~", "evil.example/*", "-evil.example", "evil..example")) {
            assertThatThrownBy(() -> new PagesOf(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        for (String wrong : List.of(
                "*/x", "evil.example/*/x", "evil.example/a,b", "evil.example/~", "evil.example/" + "a".repeat(250))) {
            assertThatThrownBy(() -> new Page(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        for (String wrong : List.of("evil.example/login", "https://user@evil.example/", "https:///x", "no address")) {
            assertThatThrownBy(() -> Page.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        Blockable.Sender kept = new Sender("o'neil+x@evil.example");
        assertThat(kept.value()).isEqualTo("o'neil+x@evil.example");
    }
}
