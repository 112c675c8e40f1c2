package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure.Reason;
import org.junit.jupiter.api.Test;

class PreparedChannelsTest extends ConnectedTest {
    @Test
    void the_tokens_are_asked_for_once_before_anything_needs_them() {
        microsoft.answer(request -> Reply.json("{\"value\":[]}"));

        tenant.prepareChannels();
        while (microsoft.tokensAsked().size() < 2) {
            Thread.onSpinWait();
        }
        tenant.mailFlow().fetchRoutes();

        assertThat(microsoft.tokensAsked()).hasSize(2);
    }

    @Test
    void a_token_that_cannot_be_had_is_told_by_the_request_that_needs_it() {
        microsoft.tokensFail(1000);

        tenant.prepareChannels();

        assertThat(refusal(() -> tenant.mailFlow().fetchRoutes()).reason()).isEqualTo(Reason.SERVICE_FAULT);
    }
}
