/** The Tenant Allow/Block List: what it holds, held and matches (X25). Depends on state. */
@NullMarked
package dev.cordon.simulator.blocklist;

import org.jspecify.annotations.NullMarked;
