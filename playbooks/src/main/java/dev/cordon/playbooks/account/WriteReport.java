package dev.cordon.playbooks.account;

import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Writes the report and looks that it lies there. */
public final class WriteReport implements StepPerformer {
    private final ReportSink sink;

    public WriteReport(ReportSink sink) {
        this.sink = sink;
    }

    @Override
    public StepOutcome perform(StepContext context) {
        ReportSink.Written written = sink.write(context.incident().id(), context::record);
        List<String> missing = written.paths().values().stream()
                .filter(path -> !Files.isRegularFile(path))
                .map(Object::toString)
                .toList();
        if (!missing.isEmpty()) {
            return new StepOutcome.Failed(
                    "The report is not where it was written: " + String.join(", ", missing),
                    "Run 'cordon report' again.");
        }
        Proof proof = context.prove(new Proof(
                "The report lies in the data folder",
                "written",
                "SHA-256 " + written.sha256(),
                true,
                context.now(),
                Optional.empty(),
                Optional.empty()));
        if (!written.notMade().isEmpty()) {
            return new StepOutcome.Partial(
                    List.copyOf(written.paths().keySet()),
                    written.notMade(),
                    List.of(proof),
                    String.join(" ", written.notMade()),
                    "The other formats say the same. Run 'cordon report' on a machine that can make it.");
        }
        return new StepOutcome.Succeeded(List.of(proof), written.paths().size() + " formats written.");
    }
}
