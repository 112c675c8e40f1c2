/**
 * The sign-in host: discovery, browser code, device code, certificate, refresh. Depends on identity, applications, wire,
 * state.
 */
@NullMarked
package dev.cordon.simulator.login;

import org.jspecify.annotations.NullMarked;
