package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.ClickPlan;
import dev.cordon.cli.desk.ClickRequest.Said;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.desk.ResponseDesk.Person;
import dev.cordon.cli.desk.ResponsePlan;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.playbooks.phishing.AnswersFile;
import dev.cordon.playbooks.phishing.CampaignConsent;
import dev.cordon.response.OrganisationFile;
import dev.cordon.response.PlanPhishingClick;
import dev.cordon.response.RespondToPhishingClick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** What the command line says of phishing clicks, in the use cases' words. */
final class Clicks {
    private final OpenWorkspace open;

    Clicks(OpenWorkspace open) {
        this.open = open;
    }

    ClickPlan plan(RespondToPhishingClick.Request request) throws InterruptedException {
        PlanPhishingClick.Plan plan = new PlanPhishingClick(open.workspace()).plan(request);
        return new ClickPlan(
                plan.account(),
                plan.people().stream()
                        .map(person -> new ClickPlan.Person(person.user(), person.result(), person.reasons()))
                        .toList(),
                plan.scope(),
                plan.calls().stream()
                        .map(call -> new ResponsePlan.Call(call.step(), call.what(), call.call()))
                        .toList(),
                plan.notRead());
    }

    /** What the organisation has named as partners' domains. */
    Set<String> partners(String tenant) {
        return OrganisationFile.of(open.location().folder(), tenant)
                .map(OrganisationFile::facts)
                .orElse(OrganisationFacts.NONE)
                .partners()
                .stream()
                .map(OrganisationFacts.Partner::domain)
                .collect(Collectors.toSet());
    }

    static Intake intake(Said said) {
        return switch (said) {
            case Said.Nothing _ -> Intake.NOTHING_ASKED;
            case Said.Told(Intake told) -> told;
            case Said.InFile(Path file) -> read(file);
        };
    }

    private static Intake read(Path file) {
        try {
            return AnswersFile.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.WRONG_USAGE,
                    "The answers file " + file + " could not be read: " + FileTrouble.inWords(e)
                            + ". Nothing was changed.");
        }
    }

    static String source(Said said) {
        return switch (said) {
            case Said.Nothing _ -> "nobody was asked";
            case Said.Told _ -> "at the terminal";
            case Said.InFile(Path file) -> "the answers file " + file.getFileName();
        };
    }

    static CampaignConsent consent(Dialogue dialogue, boolean blockShared) {
        if (dialogue.person().isEmpty()) {
            return blockShared ? CampaignConsent.blockingShared() : CampaignConsent.recommended();
        }
        Person person = dialogue.person().get();
        return new CampaignConsent() {
            @Override
            public boolean toPurging(String preview) throws InterruptedException {
                return person.removesMail(preview);
            }

            @Override
            public boolean toBlocking(String about) throws InterruptedException {
                return blockShared || person.blocksShared(about);
            }
        };
    }
}
