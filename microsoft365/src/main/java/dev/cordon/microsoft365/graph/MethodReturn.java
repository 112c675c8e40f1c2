package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.List;
import java.util.Map;

/**
 * Registers telephones and mail addresses again. Everything else is a secret between the service and something in the user's hand, which
 * nobody else can make again.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/authentication-post-phonemethods">Create phoneMethod</a>
 * @see <a href="https://learn.microsoft.com/graph/api/authentication-post-emailmethods">Create emailMethod</a>
 */
public record MethodReturn(GraphClient graph) implements Returnable {
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";
    private static final String TYPE = "type";

    @Override
    public boolean reads(String request) {
        return request.startsWith("GET ") && request.contains("/authentication/methods");
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return Page.items(answers, this::reads).stream()
                .map(MethodReturn::former)
                .toList();
    }

    private static Former former(JsonItem row) {
        String type = MethodTypes.shortName(row.textOrEmpty("@odata.type"));
        String id = row.textOrEmpty("id");
        Map<String, String> others = Fields.of(row, "id", "createdDateTime").map();
        return switch (type) {
            case PHONE ->
                Former.of(
                                id,
                                PHONE + " " + row.textOrEmpty("phoneType"),
                                Fields.of(row, "phoneNumber", "phoneType").map(),
                                Fields.of(row, "id", "createdDateTime", "smsSignInState")
                                        .map())
                        .withMeans(Map.of(TYPE, type, "order", order(row.textOrEmpty("phoneType"))));
            case EMAIL ->
                Former.of(id, EMAIL, Fields.of(row, "emailAddress").map(), others)
                        .withMeans(Map.of(TYPE, type));
            default -> Former.of(id, id, Map.of(), others).withObstacle(obstacle(type));
        };
    }

    /** There is no second telephone without a first. */
    private static String order(String phoneType) {
        return phoneType.equals("mobile") ? "1" : "2";
    }

    private static String obstacle(String type) {
        String why = switch (type) {
            case "softwareOath" -> "The seed of an authenticator code is shown once, when it is made.";
            case "fido2" -> "The key pair of a passkey or security key is made in the device, and only there.";
            case "microsoftAuthenticator", "passwordlessMicrosoftAuthenticator" ->
                "The registration of Microsoft Authenticator is a secret between the telephone and the service.";
            case "windowsHelloForBusiness", "platformCredential" ->
                "The key pair is made in the computer, and only there.";
            case "temporaryAccessPass" -> "A Temporary Access Pass is shown once; a new one can be issued.";
            case "hardwareOath" -> "The token is unassigned, not lost.";
            default -> "No call makes a registration of this type again.";
        };
        String who = switch (type) {
            case "temporaryAccessPass", "hardwareOath" ->
                " An Authentication Administrator does that: Microsoft Entra admin center > Users > the user > Authentication methods.";
            default ->
                " The user enrols again at aka.ms/mysecurityinfo, with a Temporary Access Pass that an Authentication Administrator issues.";
        };
        return why + who;
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        boolean phone = PHONE.equals(former.means().get(TYPE));
        JsonObject body = new JsonObject();
        former.settable().forEach((name, value) -> body.add(name, Fields.element(value)));
        return graph.change(
                Need.ADD_METHODS,
                "Register the " + (phone ? "telephone" : "mail address") + " of " + objectId + " again",
                "POST",
                V1 + "/users/" + segment(objectId) + "/authentication/" + (phone ? "phoneMethods" : "emailMethods"),
                body.toString(),
                Repeat.ONCE);
    }
}
