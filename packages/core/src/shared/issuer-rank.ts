/**
 * Ranks of an issuer, weakest first. A force knows its own work better than its region, and nobody replaces what the
 * national unit has issued. An officer’s own pack adds to the rest and displaces only what ships.
 */
export const ISSUER_RANKS = ['officer', 'region', 'force', 'national'] as const;
export type IssuerRank = (typeof ISSUER_RANKS)[number];
