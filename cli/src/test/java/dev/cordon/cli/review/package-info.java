@NullMarked
package dev.cordon.cli.review;

import org.jspecify.annotations.NullMarked;
