package dev.cordon.simulator.identity;

import java.security.cert.X509Certificate;

/**
 * The responder's application in the tenant.
 *
 * @param certificate the only credential it has
 */
public record Registration(String appId, String servicePrincipalId, X509Certificate certificate) {}
