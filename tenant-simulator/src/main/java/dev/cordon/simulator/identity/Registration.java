package dev.cordon.simulator.identity;

import java.security.cert.X509Certificate;
import java.util.function.Supplier;

/**
 * The responder's application in the tenant.
 *
 * @param certificate the only credential it has; takes a moment to make
 */
public record Registration(String appId, String servicePrincipalId, Supplier<X509Certificate> certificate) {}
