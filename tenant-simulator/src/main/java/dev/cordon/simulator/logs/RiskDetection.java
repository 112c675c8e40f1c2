package dev.cordon.simulator.logs;

import com.google.gson.JsonElement;
import java.time.Instant;

/**
 * One thing Identity Protection noticed.
 *
 * @param id of the detection
 * @param signInId of the sign-in it is about, or empty
 * @param at when that was
 * @param detectedAt from when on the detection can be read
 * @param userId object id, or empty where the account is gone
 * @param type Graph's riskEventType
 * @param timing Graph's detectionTimingType
 * @param userAgent as sent, or null
 */
record RiskDetection(
        String id,
        String signInId,
        String correlationId,
        Instant at,
        Instant detectedAt,
        String userId,
        String userPrincipalName,
        String type,
        String timing,
        JsonElement ip,
        JsonElement city,
        JsonElement country,
        JsonElement userAgent) {}
