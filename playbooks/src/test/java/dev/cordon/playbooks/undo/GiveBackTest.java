package dev.cordon.playbooks.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemKey;
import dev.cordon.tenant.Tenant;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GiveBackTest {
    private static final Wanted RULE = new Wanted(
            new ItemKey("inbox-rule", "rule-1"),
            "Invoices",
            true,
            Optional.of(ExhibitId.of(7)),
            List.of(),
            false,
            Set.of(),
            Set.of());

    /** A tenant with which nothing works. */
    private static Tenant broken() {
        return (Tenant) Proxy.newProxyInstance(
                Tenant.class.getClassLoader(), new Class<?>[] {Tenant.class}, (tenant, method, _) -> {
                    if (method.getName().equals("in")) {
                        return tenant;
                    }
                    throw new IllegalStateException("broken");
                });
    }

    @Test
    void a_thing_of_which_a_run_that_was_cut_off_says_nothing_is_unknown() {
        GiveBack giveBack = new GiveBack(broken(), List.of(RULE), Actor.CORDON, "");
        assertThatThrownBy(() -> giveBack.perform(new TestingStepContext())).isInstanceOf(IllegalStateException.class);

        assertThat(giveBack.returned()).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(RULE.key());
            assertThat(one.ending()).isEqualTo(Ending.INDETERMINATE);
            assertThat(one.remedy()).isNotBlank();
        });
    }
}
