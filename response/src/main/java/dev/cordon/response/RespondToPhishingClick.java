package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.ClickResult;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Interview;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.phishing.IntakeEntries;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens an incident about one mail that went round and runs the phishing-click procedure until it is verified or can go no further; what only
 * block pages came of and is verified is closed. The accounts of those who reached the page are responded to beside it, a linked incident each.
 */
public final class RespondToPhishingClick {
    private final Workspace workspace;

    public RespondToPhishingClick(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What is asked.
     *
     * @param common what is known of every response; its user is not used
     * @param users how the operator named those who clicked; the incident is about the first
     * @param intake what people said
     * @param source who said it where, for people
     * @param partners domains that the organisation has named as partners'
     * @param campaign how the operator is asked about what concerns others
     */
    public record Request(
            ResponseRequest common,
            List<String> users,
            Intake intake,
            String source,
            Set<String> partners,
            CampaignDialogue campaign) {
        public Request {
            requireNonNull(common, "common is null");
            users = List.copyOf(users);
            requireNonNull(intake, "intake is null");
            requireNonNull(source, "source is null");
            partners = Set.copyOf(partners);
            requireNonNull(campaign, "campaign is null");
        }
    }

    /**
     * Responds.
     *
     * @throws RequestRefusedException when an account is not certain; nothing was changed
     * @throws dev.cordon.tenant.TenantException when the tenant cannot be reached or refuses the first reading; nothing was changed
     * @throws InterruptedException when interrupted before the incident was opened
     */
    public CaseRecord respond(Request request) throws InterruptedException {
        new LinkedIncident(workspace).requireThere(request.common());
        try (Tenant tenant = new Tenants(workspace)
                .connect(request.common().tenant(), request.common().signIn())) {
            tenant.prepareChannels();
            return respond(request, tenant);
        }
    }

    /** The same in a tenant that is connected already. */
    CaseRecord respond(Request request, Tenant tenant) throws InterruptedException {
        Instant startedAt = workspace.wallTime().instant();
        List<UserAccount> named = FindAccounts.in(tenant, request.users()).stream()
                .map(Reading::value)
                .toList();
        Intake intake = certain(request.intake(), tenant);
        request.common().requireDetectedBefore(tenant.clock().now());
        UserAccount first = named.getFirst();
        ResponseRequest common =
                request.common().about(first.objectId(), request.common().dialogue());
        CaseFile file = new CaseFile(
                tenant,
                first.objectId(),
                workspace.tenants().breakGlass(common.tenant()),
                common.dialogue().decider(),
                workspace.wallTime(),
                startedAt);
        file.startCard();
        Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
        Incident incident = new OpenIncident(workspace)
                .open(
                        new OpenIncident.Opening(
                                IncidentType.PHISHING_CLICK, severity(intake), beginning(request, named, intake)),
                        common,
                        first,
                        tenant.clock().now(),
                        actor);
        CaseRecord ended =
                new ProcedureRun(workspace, tenant, file, common.dialogue(), request.campaign()).start(incident, actor);
        return closedWhereBlocked(ended);
    }

    /** Whoever was asked is somebody of the directory, by his sign-in name. */
    private static Intake certain(Intake intake, Tenant tenant) {
        List<Interview> interviews = new ArrayList<>();
        for (Interview said : intake.interviews()) {
            UserAccount user = ResolveUser.resolve(tenant, said.user()).value();
            interviews.add(new Interview(user.userPrincipalName(), said.clickedAt(), said.device(), said.answers()));
        }
        return new Intake(
                intake.reporter(),
                intake.reportedAt(),
                intake.arrival(),
                intake.urls(),
                intake.sender(),
                intake.subject(),
                intake.internetMessageId(),
                interviews);
    }

    private static List<CaseEntry> beginning(Request request, List<UserAccount> named, Intake intake) {
        return Stream.of(
                        IntakeEntries.named(
                                named.stream()
                                        .map(UserAccount::userPrincipalName)
                                        .toList(),
                                "named by the operator"),
                        IntakeEntries.of(intake, request.source()),
                        IntakeEntries.partners(request.partners(), OrganisationFile.NAME))
                .<CaseEntry>flatMap(List::stream)
                .toList();
    }

    /** As grave as what people say until the logs say more. */
    private static Severity severity(Intake intake) {
        boolean isHarmed = intake.interviews().stream()
                .anyMatch(one -> one.answered(Answer.YES).stream().anyMatch(question -> question.isOfHarm()));
        return isHarmed ? Severity.HIGH : Severity.MEDIUM;
    }

    /** Nothing is left to be done or watched for. */
    private CaseRecord closedWhereBlocked(CaseRecord record) {
        boolean isDone = record.state().state() == IncidentState.VERIFIED
                && record.state()
                        .campaign()
                        .outcome()
                        .filter(ClickResult.BLOCKED::equals)
                        .isPresent()
                && record.state().chronicle().deviations().isEmpty();
        return isDone
                ? new CloseIncident(workspace)
                        .close(
                                record.incident().id().value(),
                                false,
                                "Every click was blocked, no copy is left, and the blocks stand: "
                                        + String.join(
                                                " ", record.state().campaign().reasons()),
                                true,
                                Actor.CORDON)
                : record;
    }
}
