package dev.cordon.simulator.sinks;

import dev.cordon.simulator.time.Chance;

/**
 * The workflow of Power Automate that posts into the channel of those who respond. Whoever has its whole address may post.
 *
 * @param signature what makes the address secret
 */
public record Workflow(String id, String signature) {

    /** Where its cards appear. */
    static final String CHANNEL = "Incident response";

    /** The one of the tenant of that seed. */
    public static Workflow of(Chance chance) {
        return new Workflow(chance.guid("workflow").replace("-", ""), chance.letters(43, "workflow-signature"));
    }

    String path() {
        return "/workflows/" + id + "/triggers/manual/paths/invoke";
    }

    /** The whole address behind that scheme, name and port. */
    public String url(String base) {
        return base + path() + "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=" + signature;
    }

    @Override
    public String toString() {
        return "Workflow[" + id + "]";
    }
}
