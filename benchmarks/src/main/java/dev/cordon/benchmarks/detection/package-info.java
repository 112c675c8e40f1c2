/**
 * How well a judge tells an attacker's rules, sign-ins and consents from everybody else's: labelled lines, verdicts, figures. Pure: knows no
 * judge, and depends on nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package dev.cordon.benchmarks.detection;
