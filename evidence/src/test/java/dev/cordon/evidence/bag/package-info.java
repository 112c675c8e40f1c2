@NullMarked
package dev.cordon.evidence.bag;

import org.jspecify.annotations.NullMarked;
