/** What the end-to-end tests and the harness share: the whole product before a simulated tenant, in one process. */
@NullMarked
package dev.cordon.app.battlefield;

import org.jspecify.annotations.NullMarked;
