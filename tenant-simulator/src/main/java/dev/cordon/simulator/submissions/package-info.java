/** Mail and URLs that are submitted to Microsoft, and what comes back (E13). Depends on campaigns, mailbox, graph. */
@NullMarked
package dev.cordon.simulator.submissions;

import org.jspecify.annotations.NullMarked;
