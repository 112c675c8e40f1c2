/**
 * What tests of every room need and no room may ship: a clock that is set, ids that are counted, strings an attacker would
 * write. Depends on nothing of ours.
 */
@NullMarked
package dev.cordon.testing;

import org.jspecify.annotations.NullMarked;
