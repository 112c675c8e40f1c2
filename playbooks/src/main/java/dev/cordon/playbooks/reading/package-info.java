/** Reading several sources of the tenant beside each other, where one that cannot be read never hides the others. */
@NullMarked
package dev.cordon.playbooks.reading;

import org.jspecify.annotations.NullMarked;
