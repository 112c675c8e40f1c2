package dev.cordon.investigation.lines;

import java.util.Set;

/**
 * Autonomous systems that rent out servers, and exits of anonymizing services on them. Nobody lives or works there; who rents there, or has somebody
 * relay for him, signs in from there. The numbers are public, from the regional registries. Microsoft's own are left out, because its services
 * and rented desktops sign in from there, and so are Cloudflare's and company gateways'.
 */
final class HostingNetworks {
    private static final Set<Long> AMERICAN = Set.of(
            14061L, // DigitalOcean
            14618L, // Amazon
            16509L, // Amazon
            396982L, // Google Cloud
            31898L, // Oracle Cloud
            20473L, // Vultr
            63949L, // Linode
            36352L, // HostPapa, ColoCrossing
            53667L, // FranTech
            8100L, // QuadraNet
            29802L, // Hivelocity
            46844L, // Sharktech
            54290L, // Hostwinds
            19318L, // Interserver
            22612L, // Namecheap
            26347L, // DreamHost
            30633L, // Leaseweb USA
            396362L, // Leaseweb USA
            40021L, // Contabo
            46606L, // Unified Layer
            55293L, // A2 Hosting
            32244L, // Liquid Web
            35916L, // Multacom
            46562L, // Performive
            64267L, // Sprious
            395092L); // Shock Hosting

    private static final Set<Long> EUROPEAN = Set.of(
            16276L, // OVH
            24940L, // Hetzner
            213230L, // Hetzner
            212317L, // Hetzner
            9009L, // M247
            51167L, // Contabo
            60781L, // Leaseweb
            28753L, // Leaseweb
            12876L, // Scaleway
            62240L, // Clouvider
            60068L, // Datacamp
            212238L, // Datacamp
            197540L, // netcup
            8560L, // IONOS
            47583L, // Hostinger
            49981L, // WorldStream
            50673L, // Serverius
            43350L, // NForce
            57172L, // Global Layer
            202425L, // IP Volume
            44477L, // Stark Industries
            39351L, // 31173 Services
            209854L, // Cyberzone
            200019L, // AlexHost
            3223L); // Voxility

    private static final Set<Long> ASIAN = Set.of(
            45102L, // Alibaba Cloud
            37963L, // Alibaba Cloud
            132203L, // Tencent Cloud
            45090L, // Tencent Cloud
            133752L, // Leaseweb Asia
            59253L, // Leaseweb Singapore
            136787L, // PacketHub
            147049L, // PacketHub
            137409L); // GSL Networks

    /** Exits of gateways that companies and privacy services lead their users through: the place of an exit is not where somebody is. */
    private static final Set<Long> GATEWAYS = Set.of(
            62044L, // Zscaler
            22616L, // Zscaler
            53813L, // Zscaler
            55256L, // Netskope
            36692L, // Cisco Umbrella
            13335L, // Cloudflare
            36183L, // Akamai, of Apple's relay
            54113L); // Fastly, of Apple's relay

    private HostingNetworks() {}

    static boolean containGateway(long autonomousSystem) {
        return GATEWAYS.contains(autonomousSystem);
    }

    static boolean contain(long autonomousSystem) {
        return AMERICAN.contains(autonomousSystem)
                || EUROPEAN.contains(autonomousSystem)
                || ASIAN.contains(autonomousSystem);
    }
}
