package dev.cordon.app;

import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Interruptible;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.Streams;
import dev.cordon.cli.desk.ResponseDesk;
import dev.cordon.cli.desk.ResponseDesk.Answers;
import dev.cordon.cli.desk.ResponseDesk.Dialogue;
import dev.cordon.cli.desk.ResponseDesk.Request;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.incident.CaseSummary;
import dev.cordon.cli.respond.RunView;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.response.BreakGlassList;
import dev.cordon.response.Tenants;
import dev.cordon.simulator.Connection;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.store.StoreLocation;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: a simulated tenant, an attacker inside it, and the response to him, in one process. */
final class DemoCommand implements Command {
    private static final String TENANT = "demo";

    private final Streams streams;
    private final InstantSource wallTime;

    DemoCommand(Streams streams, InstantSource wallTime) {
        this.streams = streams;
        this.wallTime = wallTime;
    }

    @Override
    public String words() {
        return "demo";
    }

    @Override
    public CommandSpec specification() {
        return Arguments.specification(this, "Watch a live attacker being thrown out of a simulated tenant.")
                .addOption(Arguments.option("--scenario", "NAME", "Which scenario; aitm-basic if absent."))
                .addOption(Arguments.option("--seed", "N", "Replaces the scenario's seed."))
                .addOption(
                        Arguments.option("--out", "DIR", "Where everything is kept; a folder of its own if absent."));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ParseResult typed = invocation.arguments();
        Scenario scenario = Scenarios.load(typed.matchedOptionValue("--scenario", "aitm-basic"), typed);
        Path certificates = SimulatorFolder.create();
        try (SimulatedTenant tenant = start(scenario, certificates)) {
            Path connection = certificates.resolve("connection.json");
            tenant.connection().write(connection);
            ExitCode ended = respond(invocation, scenario, tenant.connection(), connection);
            // A thread that is interrupted cannot stop the tenant's server.
            return Thread.interrupted() ? ExitCode.INTERRUPTED : ended;
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.NOT_WRITTEN, "The simulated tenant could not be set up: " + FileTrouble.inWords(e) + ".");
        } finally {
            SimulatorFolder.delete(certificates);
        }
    }

    private ExitCode respond(Invocation invocation, Scenario scenario, Connection tenant, Path connection) {
        Screen screen = invocation.screen();
        String suspect = tenant.suspects().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_USAGE, "The scenario " + scenario.name() + " has no suspect to respond about."));
        Path folder = folder(invocation);
        introduce(screen, scenario, suspect);
        try (var control = new SimulatorControl(tenant.control());
                OpenWorkspace open = OpenWorkspace.at(StoreLocation.inFolder(folder), wallTime, screen::line)) {
            new Tenants(open.workspace())
                    .add(
                            TENANT,
                            connection,
                            any -> SignIn.CERTIFICATE,
                            new BreakGlassList(tenant.breakGlass(), List.of()));
            var desk = new TenantResponses(open, Optional.of(TENANT), SignInRule.certificate(), true);
            return Interruptible.run(invocation, () -> {
                CaseView view;
                try (var attacker = AttackerWatch.start(control, screen)) {
                    view = desk.respond(request(suspect), dialogue(invocation, desk, folder));
                    attacker.lookOnceMore();
                }
                ExitCode ended = end(invocation, view, control.truth(suspect));
                goodbye(screen, view.state(), folder);
                return ended;
            });
        }
    }

    private static Request request(String suspect) {
        return new Request(
                suspect,
                AttackActivity.ACTIVE,
                DetectionSource.HIGH_SEVERITY_NOTIFICATION,
                Optional.empty(),
                Optional.empty());
    }

    private static Dialogue dialogue(Invocation invocation, ResponseDesk desk, Path folder) {
        var view = new RunView(invocation.screen(), desk::procedure);
        var streams = invocation.streams();
        streams.whenInterrupted(
                "Interrupted. The demo's tenant is gone with it; what was kept lies in " + folder + ".");
        return new Dialogue(new Answers.Recommended(), Optional.empty(), recorded -> {
            streams.documentSoFar(() -> DemoDocument.cutOff(desk.incident(recorded.incident())));
            view.recorded(recorded);
        });
    }

    private static ExitCode end(Invocation invocation, CaseView view, AttackerTruth truth) {
        Screen screen = invocation.screen();
        CaseSummary.endOfDemo(view, screen);
        screen.paragraph(
                truth.isOut() ? Tone.GOOD : Tone.BAD,
                "The attacker tried " + truth.attempts() + " times after the first revoke. Can he still get in? "
                        + (truth.accessAtEnd() ? "YES" : "No") + ". Does he still receive mail? "
                        + (truth.mailFeedAtEnd() ? "YES" : "No") + ".");
        screen.line(
                truth.collateral().isEmpty() ? Tone.GOOD : Tone.BAD,
                "Legitimate things that were harmed: " + truth.collateral().size() + ".");
        if (invocation.options().json()) {
            invocation.write(DemoDocument.of(view, truth));
        }
        boolean isAsPromised = truth.isOut() && truth.collateral().isEmpty();
        return isAsPromised ? CaseSummary.exitCode(view) : ExitCode.ATTENTION;
    }

    // Nothing that would need the tenant is advised: it ends with this process.
    private static void goodbye(Screen screen, RunState state, Path folder) {
        screen.blank();
        screen.paragraph(
                Tone.HEADING,
                "The simulated tenant is gone now, and nothing more can be done to it. In a real tenant you would now do what is"
                        + " listed above, and Cordon would look again by itself"
                        + state.rechecksDue().stream()
                                .findFirst()
                                .map(next ->
                                        ", first at " + next.dueAt().truncatedTo(ChronoUnit.SECONDS) + " of its clock")
                                .orElse("")
                        + ", while 'cordon watch' runs.");
        screen.paragraph(
                Tone.PLAIN,
                "What was kept stays to be looked at: cordon --data " + quoted(folder) + " incident show "
                        + state.incident().id());
    }

    private static String quoted(Path folder) {
        return folder.toString().contains(" ") ? '"' + folder.toString() + '"' : folder.toString();
    }

    private static void introduce(Screen screen, Scenario scenario, String suspect) {
        screen.line(Tone.HEADING, "A simulated Microsoft 365 tenant, with an attacker in the account of " + suspect);
        double speed = scenario.clock().speed();
        if (speed != 1) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Its clock runs " + Math.round(speed) + " times as fast as yours: a minute there is "
                            + Math.round(60 / speed) + " s here. The elapsed times below are yours.");
        }
    }

    private static SimulatedTenant start(Scenario scenario, Path folder) throws IOException {
        return SimulatedTenant.start(scenario, SimulationOptions.in(folder));
    }

    // A folder of its own for each run, so that it never mixes with real incidents or enters their metrics.
    private Path folder(Invocation invocation) {
        String out = invocation.arguments().matchedOptionValue("--out", "");
        if (!out.isEmpty()) {
            return Path.of(out).toAbsolutePath().normalize();
        }
        String name = wallTime.instant().toString().replaceAll("[^0-9TZ]", "-");
        return DataFolder.of(invocation.options(), streams.environment())
                .resolve("demo")
                .resolve(name);
    }
}
