package dev.cordon.investigation.records;

import java.util.function.Supplier;

/** What was made of a row. */
sealed interface RowResult {
    /** The same with what the row says beyond its record, where there is one. */
    default RowResult with(RowDetail detail) {
        return with(() -> detail);
    }

    /** The same, where what it says is looked for only when somebody asks, which is before the next row. */
    RowResult with(Supplier<RowDetail> detail);

    /** A record, and what the row says beyond it. */
    record Made(LogRecord row, Supplier<RowDetail> detail) implements RowResult {
        static Made of(LogRecord row) {
            return new Made(row, () -> RowDetail.NONE);
        }

        @Override
        public RowResult with(Supplier<RowDetail> other) {
            return new Made(row, other);
        }
    }

    /**
     * Nothing, and why.
     *
     * @param reason a sentence that quotes no content
     * @param isCutOff whether what is there ends in the middle
     */
    record NotMade(String reason, boolean isCutOff) implements RowResult {
        NotMade(String reason) {
            this(reason, false);
        }

        @Override
        public RowResult with(Supplier<RowDetail> detail) {
            return this;
        }
    }
}
