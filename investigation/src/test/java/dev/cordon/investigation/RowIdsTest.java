package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowIdsTest {
    private final RowIds ids = new RowIds();

    @Test
    void an_id_is_held_once_in_whatever_case_it_is_written() {
        assertThat(ids.add("3f2504e0-4f89-41d3-9a0c-0305e82c3301")).isTrue();
        assertThat(ids.add("3F2504E0-4F89-41D3-9A0C-0305E82C3301")).isFalse();
        assertThat(ids.contains("3f2504e0-4f89-41d3-9a0c-0305e82c3301")).isTrue();
        assertThat(ids.size()).isEqualTo(1);
    }

    @Test
    void what_is_no_such_id_is_held_as_it_is() {
        List<String> others = List.of(
                "",
                "a",
                "A",
                "3f2504e0-4f89-41d3-9a0c-0305e82c330",
                "3f2504e0-4f89-41d3-9a0c-0305e82c330x",
                "00003f2504e0-4f89-41d3-9a0c-0305e82c",
                "3f2504e0+4f89-41d3-9a0c-0305e82c3301");

        others.forEach(other -> assertThat(ids.add(other)).as(other).isTrue());

        assertThat(ids.size()).isEqualTo(others.size());
        others.forEach(other -> assertThat(RowIds.of(other)).hasToString(other));
    }
}
