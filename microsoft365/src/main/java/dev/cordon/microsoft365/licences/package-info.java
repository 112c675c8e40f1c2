/** What the absence of a licence makes of an answer: an empty list, or a refusal that names something else. Depends on nothing else here. */
@NullMarked
package dev.cordon.microsoft365.licences;

import org.jspecify.annotations.NullMarked;
