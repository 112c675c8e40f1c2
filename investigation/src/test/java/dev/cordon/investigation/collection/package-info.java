/** Tests of collections, and the contract of those who keep them. */
@NullMarked
package dev.cordon.investigation.collection;

import org.jspecify.annotations.NullMarked;
