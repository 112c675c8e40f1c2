package dev.cordon.simulator.licences;

import dev.cordon.simulator.scenario.Organisation.Licence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The products behind each licence, with the service plans that features are recognised by.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference">service plans</a>
 */
public final class ServicePlans {

    private static final Plan PREMIUM_P1 =
            new Plan("41781fb2-bc02-4b7c-bd55-b576c07bb09d", "AAD_PREMIUM", "AADPremiumService");
    private static final Plan PREMIUM_P2 =
            new Plan("eec0eb4f-6444-4f95-aba0-50c24d67f998", "AAD_PREMIUM_P2", "AADPremiumService");
    private static final Plan EXCHANGE =
            new Plan("efb87545-963c-4e0d-99df-69c6916d9eb0", "EXCHANGE_S_ENTERPRISE", "exchange");
    private static final Plan DEFENDER_P1 =
            new Plan("f20fedf3-f3c3-43c3-8267-2bfdd51c0939", "ATP_ENTERPRISE", "exchange");
    private static final Plan DEFENDER_P2 =
            new Plan("8e0c0a52-6a6c-4d40-8370-dd62790dcd70", "THREAT_INTELLIGENCE", "exchange");
    private static final Plan ENDPOINT =
            new Plan("871d91ec-ec1a-452b-a83f-bd76c7d770ef", "WINDEFATP", "WindowsDefenderATP");
    private static final Plan IDENTITY =
            new Plan("14ab5db5-e6c4-4b20-b4bc-13e36fd2227f", "ATA", "AzureAdvancedThreatAnalytics");
    private static final Plan CLOUD_APPS =
            new Plan("2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2", "ADALLOM_S_STANDALONE", "Adallom");

    /** A service plan. */
    public record Plan(String id, String name, String service) {}

    /** A product somebody buys. */
    public record Sku(String skuId, String partNumber, List<Plan> plans) {}

    private static final Sku E3 =
            new Sku("05e9a617-0261-4cee-bb44-138d3ef5d965", "SPE_E3", List.of(PREMIUM_P1, EXCHANGE));
    private static final Sku MDO_P1 =
            new Sku("4ef96642-f096-40de-a3e9-d83fb2f90211", "ATP_ENTERPRISE", List.of(DEFENDER_P1));
    private static final Sku E5 = new Sku(
            "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
            "SPE_E5",
            List.of(PREMIUM_P1, PREMIUM_P2, EXCHANGE, DEFENDER_P1, DEFENDER_P2, ENDPOINT, IDENTITY, CLOUD_APPS));

    private ServicePlans() {}

    /** The products of these licences. */
    public static List<Sku> skus(Set<Licence> licences) {
        var skus = new ArrayList<Sku>();
        if (licences.contains(Licence.E3) || licences.contains(Licence.E3_MDO_P1)) {
            skus.add(E3);
        }
        if (licences.contains(Licence.E3_MDO_P1)) {
            skus.add(MDO_P1);
        }
        if (licences.contains(Licence.E5)) {
            skus.add(E5);
        }
        return skus;
    }

    /** Whether the sign-in log's interface is licensed (Entra ID P1). */
    public static boolean hasPremiumP1(Set<Licence> licences) {
        return has(licences, PREMIUM_P1);
    }

    /** Whether risk is shown (Entra ID P2). */
    public static boolean hasPremiumP2(Set<Licence> licences) {
        return has(licences, PREMIUM_P2);
    }

    /** Whether clicks are reported (Defender for Office P1). */
    public static boolean hasDefenderP1(Set<Licence> licences) {
        return has(licences, DEFENDER_P1);
    }

    /** Whether hunting is licensed (Defender for Office P2). */
    public static boolean hasDefenderP2(Set<Licence> licences) {
        return has(licences, DEFENDER_P2);
    }

    private static boolean has(Set<Licence> licences, Plan plan) {
        return skus(licences).stream().anyMatch(sku -> sku.plans().contains(plan));
    }
}
