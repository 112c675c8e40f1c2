package dev.cordon.playbooks.phishing;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Word;
import dev.cordon.investigation.phishing.FirstMove;
import dev.cordon.investigation.phishing.PhishingKind;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the journal's words for a lure mean for what is done about it. */
public final class LureKinds {
    private LureKinds() {}

    /** What the page was after, in the order in which their first moves are made; none where nobody knows. */
    public static List<PhishingKind> of(OfCampaign.ClickJudged click) {
        return Arrays.stream(click.variant().split(", "))
                .map(word -> Word.find(PhishingKind.class, word))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** What is done first, in that order. */
    public static List<FirstMove> firstMoves(OfCampaign.ClickJudged click) {
        List<FirstMove> moves =
                of(click).stream().map(PhishingKind::firstMove).distinct().toList();
        return moves.isEmpty() && click.result() != ClickResult.BLOCKED ? List.of(FirstMove.RESPOND_TO_ACCOUNT) : moves;
    }

    static boolean needAccountResponse(OfCampaign.ClickJudged click) {
        return firstMoves(click).stream().anyMatch(FirstMove::needsAccountResponse);
    }

    static boolean handsOverDevice(OfCampaign.ClickJudged click) {
        return click.result() != ClickResult.BLOCKED && firstMoves(click).contains(FirstMove.ISOLATE_DEVICE);
    }
}
