/** Exchange Online's administration endpoint: cmdlets, their paging, warnings and refusals, and the areas of the contract that they answer. Depends on wire and json. */
@NullMarked
package dev.cordon.microsoft365.exchange;

import org.jspecify.annotations.NullMarked;
