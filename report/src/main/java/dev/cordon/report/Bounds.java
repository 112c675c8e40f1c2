package dev.cordon.report;

import dev.cordon.investigation.reconstruction.Bound;

/** Upper bounds as sentences: the most it can have been where the log cannot tell. */
final class Bounds {
    private Bounds() {}

    static String inWords(Bound bound) {
        return switch (bound) {
            case Bound.WholeFolder whole ->
                "Everything that lay in " + (whole.folder().isBlank() ? "any folder (it is not named)" : whole.folder())
                        + ": fetched whole " + Words.count(whole.times(), "time", "times") + ", "
                        + Words.time(whole.from()) + " to " + Words.time(whole.last()) + ".";
            case Bound.Throttled throttled ->
                "The whole mailbox from " + Words.time(throttled.from()) + " to " + Words.time(throttled.end())
                        + ": too many accesses to be recorded singly.";
            case Bound.Unnamed unnamed ->
                "At least " + Words.count(unnamed.accesses(), "message", "messages")
                        + " more that the log does not name, " + Words.time(unnamed.from()) + " to "
                        + Words.time(unnamed.last()) + ".";
            case Bound.NotAttributed not ->
                Words.count(not.rows(), "access", "accesses") + " of nobody known, from "
                        + String.join(", ", not.addresses()) + ", " + Words.time(not.from()) + " to "
                        + Words.time(not.last()) + ".";
            case Bound.SentOn sent ->
                sent.destination().isBlank()
                        ? "What arrived from " + Words.time(sent.from())
                                + " on may have been sent on: a rule was changed then and the row does not say what it does."
                        : "What arrived from " + Words.time(sent.from()) + " on, for as long as it was sent to "
                                + sent.destination() + ".";
            case Bound.NotRecorded not ->
                "From " + Words.time(not.from()) + " on nothing can be excluded: no access by anybody was recorded.";
            case Bound.AfterTheRows after ->
                "What happened after " + Words.time(after.from())
                        + ": not in the rows, or not wholly; the rows reach to " + Words.time(after.from()) + ".";
        };
    }
}
