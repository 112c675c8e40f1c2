package dev.cordon.simulator;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests that change one tenant, which is as it was planted again before each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RewoundTenant {
    private final String scenario;
    private final String planted;

    /** Who changes it. */
    @SuppressWarnings("NullAway.Init") // made before all tests
    protected Responder responder;

    protected RewoundTenant(String planted) {
        this(TestingTenant.SMALL, planted);
    }

    protected RewoundTenant(String scenario, String planted) {
        this.scenario = scenario;
        this.planted = planted;
    }

    @BeforeAll
    final void start() {
        responder = Responder.in(scenario, planted);
        responder.tenant().control("/snapshot", new JsonObject());
    }

    @BeforeEach
    final void goBack() {
        responder.tenant().control("/restore", new JsonObject());
    }

    @AfterAll
    final void stop() {
        responder.close();
    }
}
