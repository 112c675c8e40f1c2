/** The organisation, its domains, licences, groups and directory roles. An area of Graph. */
@NullMarked
package dev.cordon.simulator.directory;

import org.jspecify.annotations.NullMarked;
