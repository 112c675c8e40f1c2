package dev.cordon.incident;

/**
 * Whether damage is being done now. {@link #OVER} puts the whole snapshot before the revoke; otherwise the revoke leaves as soon as
 * pre-flight has named the person and the snapshot runs beside it.
 */
public enum AttackActivity {
    ACTIVE,
    OVER,
    UNKNOWN
}
