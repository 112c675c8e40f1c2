package dev.cordon.investigation.records;

class InMemoryLogRecordsTest extends LogRecordsContract {
    @Override
    protected LogRecords fresh() {
        return new InMemoryLogRecords();
    }
}
