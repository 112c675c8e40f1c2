/** The ports: TLS with a certificate authority of our own, and the way from HTTP to the reception. Depends on wire. */
@NullMarked
package dev.cordon.simulator.server;

import org.jspecify.annotations.NullMarked;
