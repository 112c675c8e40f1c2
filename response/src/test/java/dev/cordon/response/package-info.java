@NullMarked
package dev.cordon.response;

import org.jspecify.annotations.NullMarked;
