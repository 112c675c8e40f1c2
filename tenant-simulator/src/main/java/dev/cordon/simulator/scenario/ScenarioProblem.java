package dev.cordon.simulator.scenario;

/** One thing wrong with a scenario file: the line (from 1), the path of the key and the reason. */
public record ScenarioProblem(int line, String path, String reason) {

    @Override
    public String toString() {
        return "line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + reason;
    }
}
