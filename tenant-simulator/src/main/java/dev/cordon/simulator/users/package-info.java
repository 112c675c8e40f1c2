/** People: reading, listing, blocking, passwords, sessions, recycle bin. An area of Graph; depends on graph. */
@NullMarked
package dev.cordon.simulator.users;

import org.jspecify.annotations.NullMarked;
