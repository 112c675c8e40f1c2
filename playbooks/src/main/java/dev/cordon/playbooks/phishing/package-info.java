/**
 * The response to a phishing click: what the steps of {@code phishing-click.yaml} do. What is read is judged by
 * {@code investigation.phishing}; here it is asked for, sealed, recorded and carried out. Accounts are responded to through
 * {@link dev.cordon.playbooks.phishing.AccountResponses}, which whoever runs the engine provides.
 */
@NullMarked
package dev.cordon.playbooks.phishing;

import org.jspecify.annotations.NullMarked;
