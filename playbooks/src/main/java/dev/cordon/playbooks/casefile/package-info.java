/** What the steps of one run share: the tenant, the person, what was read about him, and who decides. */
@NullMarked
package dev.cordon.playbooks.casefile;

import org.jspecify.annotations.NullMarked;
