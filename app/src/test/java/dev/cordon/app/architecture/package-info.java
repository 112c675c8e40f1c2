/** The rules of the house, judged over every room's classes. */
@NullMarked
package dev.cordon.app.architecture;

import org.jspecify.annotations.NullMarked;
