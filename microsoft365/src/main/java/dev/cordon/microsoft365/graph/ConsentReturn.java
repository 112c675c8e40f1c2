package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives delegated grants back. An application has at most one for the same resource and person; what stands there with another scope is
 * somebody's change.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/oauth2permissiongrant-post">Create oAuth2PermissionGrant</a>
 */
public record ConsentReturn(GraphClient graph) implements Returnable {
    private static final String SCOPE = "scope";
    private static final List<String> FIELDS = List.of("clientId", "consentType", "principalId", "resourceId");

    @Override
    public boolean reads(String request) {
        return request.startsWith("GET ") && request.contains("/oauth2PermissionGrants");
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        Map<String, Former> byId = new LinkedHashMap<>();
        Page.items(answers, this::reads).forEach(grant -> byId.putIfAbsent(grant.textOrEmpty("id"), former(grant)));
        return List.copyOf(byId.values());
    }

    private static Former former(JsonItem grant) {
        List<String> scopes = Arrays.stream(grant.textOrEmpty(SCOPE).split(" "))
                .filter(scope -> !scope.isEmpty())
                .toList();
        Fields fields = Fields.of(grant, FIELDS.toArray(String[]::new)).withSet(SCOPE, scopes);
        String likeness =
                String.join("|", FIELDS.stream().map(fields.map()::get).toList());
        return Former.of(
                grant.textOrEmpty("id"),
                likeness,
                fields.map(),
                Fields.of(grant, "id").map());
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        JsonObject body = new JsonObject();
        FIELDS.forEach(name -> body.add(name, Fields.element(former.field(name))));
        body.addProperty(SCOPE, String.join(" ", Fields.texts(former.field(SCOPE))));
        return graph.change(
                Need.CHANGE_GRANTS,
                "Give the consent " + former.id() + " again",
                "POST",
                V1 + "/oauth2PermissionGrants",
                body.toString(),
                Repeat.ONCE);
    }
}
