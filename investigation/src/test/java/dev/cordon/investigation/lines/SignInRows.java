package dev.cordon.investigation.lines;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sign-ins as a test tells them, in the order in which they were written. */
final class SignInRows {
    private final List<String> lines = new ArrayList<>();

    /**
     * A place with its network's owner.
     *
     * @param network the first three numbers of its addresses
     * @param system the autonomous system
     */
    record Place(String network, int system, String city, String country) {
        String address(int last) {
            return network + "." + last;
        }
    }

    /** A sign-in that is written when its last word is said. */
    final class Row {
        private final JsonObject row = new JsonObject();
        private final JsonObject device = new JsonObject();
        private final JsonObject status = new JsonObject();

        Row by(String agent) {
            row.addProperty("userAgent", agent);
            return this;
        }

        Row in(String session) {
            row.addProperty("sessionId", session);
            return this;
        }

        Row on(String deviceId) {
            device.addProperty("deviceId", deviceId);
            device.addProperty("isManaged", true);
            device.addProperty("isCompliant", true);
            return this;
        }

        Row with(String applicationId) {
            row.addProperty("appId", applicationId);
            row.addProperty("appDisplayName", applicationId);
            return this;
        }

        Row through(String clientApp) {
            row.addProperty("clientAppUsed", clientApp);
            return this;
        }

        Row byClaim() {
            JsonObject detail = new JsonObject();
            detail.addProperty("authenticationStepResultDetail", "MFA requirement satisfied by claim in the token");
            JsonArray details = new JsonArray();
            details.add(detail);
            row.add("authenticationDetails", details);
            return this;
        }

        Row quietly() {
            row.addProperty("isInteractive", false);
            return this;
        }

        void gotIn() {
            ended(0);
        }

        void ended(int errorCode) {
            status.addProperty("errorCode", errorCode);
            row.add("deviceDetail", device);
            row.add("status", status);
            lines.add(row.toString());
        }
    }

    Row row(String user, Instant at, Place place, int last) {
        Row row = new Row();
        row.row.addProperty("userId", user);
        row.row.addProperty("createdDateTime", at.toString());
        row.row.addProperty("ipAddress", place.address(last));
        row.row.addProperty("autonomousSystemNumber", place.system());
        row.row.addProperty("isInteractive", true);
        row.row.addProperty("clientAppUsed", "Browser");
        JsonObject location = new JsonObject();
        location.addProperty("city", place.city());
        location.addProperty("countryOrRegion", place.country());
        row.row.add("location", location);
        return row;
    }

    /** How many there are so far. */
    int count() {
        return lines.size();
    }

    /** What is said of all, in their order. */
    List<JudgedLine> judged() {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", lines));
    }

    /** What is said of those from {@code first} on. */
    List<JudgedLine> judgedFrom(int first) {
        return judged().subList(first, lines.size());
    }
}
