-- The accounts that are kept for the day on which nobody else gets in, by tenant.
CREATE TABLE break_glass_accounts (
    tenant    TEXT NOT NULL REFERENCES tenants (name),
    object_id TEXT NOT NULL,
    PRIMARY KEY (tenant, object_id)
);
