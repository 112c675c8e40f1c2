package dev.cordon.investigation.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditLogOperationsTest {
    @Test
    void every_operation_that_is_asked_for_is_read() {
        assertThat(AuditLogOperations.names(false))
                .doesNotHaveDuplicates()
                .filteredOn(name -> !name.equals(AuditLogOperations.LOSS_PREVENTION))
                .allMatch(name -> Operations.reader(Row.plain(name)).isPresent());
    }

    @Test
    void every_command_of_exchange_in_the_table_is_asked_for() {
        assertThat(Operations.names())
                .filteredOn(name -> name.matches("[a-z]+-[a-z]+"))
                .isSubsetOf(
                        AuditLogOperations.names(false).stream().map(Row::plain).toList());
    }
}
