package dev.cordon.simulator.state;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person can prove himself with. Ids are unique within a person only.
 *
 * @param created null where the service would not say
 * @param isDefault the one asked for by default
 * @param proof what has to be presented at sign-in; for a pass, the pass itself
 * @param details the type's own members as Graph shows them
 */
public record AuthenticationMethod(
        String id,
        String userId,
        MethodType type,
        @Nullable Instant created,
        boolean isDefault,
        String proof,
        JsonObject details) {

    /** All methods, by {@link #key}. */
    public static final TableKey<AuthenticationMethod> TABLE =
            new TableKey<>("authentication-methods", AuthenticationMethod.class);

    /** The constant id of everybody's password. */
    public static final String PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490";

    /** Copies the details. */
    public AuthenticationMethod {
        details = details.deepCopy();
    }

    /** The table key: owner and id. */
    public String key() {
        return key(userId, id);
    }

    /** The table key of a person's method. */
    public static String key(String userId, String methodId) {
        return userId + "/" + methodId;
    }

    /** The same method, default or not. */
    public AuthenticationMethod withDefault(boolean newDefault) {
        return new AuthenticationMethod(id, userId, type, created, newDefault, proof, details);
    }

    @Override
    public String toString() {
        return "AuthenticationMethod[" + type + " " + key() + "]";
    }
}
