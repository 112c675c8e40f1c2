package dev.cordon.investigation.labelled;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;

/** One row of the log while it is written: an honest, silent success of nobody in particular until it is told otherwise. One thread. */
final class SignInDraft {
    private static final String ONE = "singleFactorAuthentication";
    private static final String TWO = "multiFactorAuthentication";

    private final Person person;
    private final Chance chance;
    private final Instant at;
    private Network network;
    private int host;
    private Machine machine;
    private Program program = Program.OUTLOOK;
    private String session;
    private String protocol = "none";
    private String requirement = TWO;
    private String method = "";
    private String failure = "";
    private String label = "benign";
    private String correlation;
    private int errorCode;
    private boolean interactive;

    SignInDraft(Person person, Chance chance, Instant at) {
        this.person = person;
        this.chance = chance;
        this.at = at;
        this.network = person.office();
        this.host = person.officeHost();
        this.machine = person.laptop();
        this.session = person.laptopSession();
        this.correlation = chance.uuid();
    }

    Instant at() {
        return at;
    }

    SignInDraft from(Network where, int hostThere) {
        network = where;
        host = hostThere;
        return this;
    }

    SignInDraft on(Machine with, String inSession) {
        machine = with;
        session = inSession;
        return this;
    }

    SignInDraft to(Program what) {
        program = what;
        return this;
    }

    /** Somebody typed and approved: a password and then this. */
    SignInDraft approvedBy(String secondFactor) {
        interactive = true;
        method = secondFactor;
        return this;
    }

    /** A browser that was signed in already: the second factor is only claimed by what it carries. */
    SignInDraft byClaim() {
        return approvedBy("Previously satisfied");
    }

    /** A password and nothing else. */
    SignInDraft byPasswordAlone() {
        interactive = true;
        method = "Password";
        requirement = ONE;
        return this;
    }

    SignInDraft silentByPassword() {
        requirement = ONE;
        return this;
    }

    SignInDraft over(String authenticationProtocol) {
        protocol = authenticationProtocol;
        return this;
    }

    SignInDraft togetherWith(String otherCorrelation) {
        correlation = otherCorrelation;
        return this;
    }

    SignInDraft fails(int code, String reason) {
        errorCode = code;
        failure = reason;
        return this;
    }

    SignInDraft byAttacker() {
        label = errorCode == 0 ? "malicious" : "attempt";
        return this;
    }

    /** The row as a line of the file, without its end. */
    String line(String style, String half) {
        JsonObject row = new JsonObject();
        row.addProperty("id", chance.uuid());
        row.addProperty("createdDateTime", at.toString());
        row.addProperty("userId", person.id());
        row.addProperty("userPrincipalName", person.principalName());
        row.addProperty("appId", program.appId);
        row.addProperty("appDisplayName", program.name);
        row.addProperty("resourceDisplayName", program.resource);
        row.addProperty("clientAppUsed", program.client);
        row.addProperty("ipAddress", network.address(host));
        row.addProperty("autonomousSystemNumber", network.autonomousSystem());
        row.add("location", location());
        row.addProperty("userAgent", machine.userAgent());
        row.add("deviceDetail", device());
        row.add("status", status());
        row.addProperty("isInteractive", interactive);
        row.addProperty("authenticationRequirement", requirement);
        row.add("authenticationDetails", details());
        row.addProperty("authenticationProtocol", protocol);
        row.addProperty("sessionId", session);
        row.addProperty("uniqueTokenIdentifier", chance.token());
        row.addProperty("correlationId", correlation);
        row.addProperty("label", label);
        row.addProperty("style", style);
        row.addProperty("half", half);
        return row.toString();
    }

    private JsonObject location() {
        JsonObject coordinates = new JsonObject();
        coordinates.addProperty("latitude", network.latitude());
        coordinates.addProperty("longitude", network.longitude());
        JsonObject location = new JsonObject();
        location.addProperty("city", network.city());
        location.addProperty("countryOrRegion", network.country());
        location.add("geoCoordinates", coordinates);
        return location;
    }

    private JsonObject device() {
        JsonObject device = new JsonObject();
        device.addProperty("deviceId", machine.deviceId());
        device.addProperty("displayName", machine.name());
        device.addProperty("operatingSystem", machine.system());
        device.addProperty("browser", machine.browser());
        device.addProperty("isCompliant", machine.isManaged());
        device.addProperty("isManaged", machine.isManaged());
        device.addProperty("trustType", machine.trust());
        return device;
    }

    private JsonObject status() {
        JsonObject status = new JsonObject();
        status.addProperty("errorCode", errorCode);
        status.addProperty("failureReason", failure.isEmpty() ? "Other." : failure);
        if (method.equals("Previously satisfied")) {
            status.addProperty("additionalDetails", "MFA requirement satisfied by claim in the token");
        } else {
            status.add("additionalDetails", JsonNull.INSTANCE);
        }
        return status;
    }

    private JsonArray details() {
        JsonArray details = new JsonArray();
        if (!interactive) {
            return details;
        }
        boolean wrongPassword = errorCode == 50126;
        boolean claimed = method.equals("Previously satisfied");
        details.add(step(claimed ? method : "Password", !wrongPassword, "Primary authentication"));
        if (requirement.equals(TWO) && !claimed && !wrongPassword) {
            details.add(step(method, errorCode == 0, "Multifactor authentication"));
        }
        return details;
    }

    private JsonObject step(String how, boolean succeeded, String what) {
        JsonObject step = new JsonObject();
        step.addProperty("authenticationMethod", how);
        step.addProperty("succeeded", succeeded);
        step.addProperty("authenticationStepRequirement", what);
        return step;
    }
}
