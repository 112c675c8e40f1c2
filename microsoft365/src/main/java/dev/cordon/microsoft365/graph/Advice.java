package dev.cordon.microsoft365.graph;

import dev.cordon.tenant.Failure.Reason;

/** What a refusal means and what to do about it. */
record Advice(Reason reason, String meaning, String remedy) {}
