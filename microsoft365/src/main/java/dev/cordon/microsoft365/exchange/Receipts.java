package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.stream.Stream;

/** Joins the receipts of calls that are one change together. */
final class Receipts {
    private Receipts() {}

    /** One receipt of two: accepted when the later was, and nothing to do only where both had nothing to do. */
    static Receipt joined(Receipt first, Receipt second) {
        List<Answer> answers = Stream.concat(first.answers().stream(), second.answers().stream())
                .toList();
        return new Receipt(
                second.acceptedAt().isAfter(first.acceptedAt()) ? second.acceptedAt() : first.acceptedAt(),
                first.alreadyInPlace() && second.alreadyInPlace(),
                answers,
                Stream.concat(first.warnings().stream(), second.warnings().stream())
                        .toList());
    }
}
