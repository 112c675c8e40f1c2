package dev.cordon.simulator.scenario;

/** One thing wrong with a scenario file: the line (from 1; 0 where no line is meant), the path of the key and the reason. */
public record ScenarioProblem(int line, String path, String reason) {

    @Override
    public String toString() {
        if (line == 0) {
            return reason;
        }
        return "line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + reason;
    }
}
