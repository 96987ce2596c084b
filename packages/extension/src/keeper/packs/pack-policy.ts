/** The part of the force’s policy about packs. A fault in it makes the keeper stricter, never laxer. */
import { Line, PlainDate } from '@cyber-prevent/core';
import { ISSUER_RANKS, PolicyRecall } from '@cyber-prevent/core/pack';
import * as v from 'valibot';
import type { PackPolicy } from '../../ports/packs.js';

const MOST_ROWS = 500;
const MOST_FILES = 20;

/** Sixteen groups of four, as the screen shows them, or without spaces. */
const Fingerprint = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s/g, '').toLowerCase()),
  v.regex(/^[0-9a-f]{64}$/, 'Write the sixteen groups of four of the fingerprint'),
);

const IssuerByPolicy = v.strictObject({
  fingerprint: Fingerprint,
  name: Line,
  rank: v.picklist(ISSUER_RANKS, `Use one of ${ISSUER_RANKS.join(', ')}`),
  official: v.exactOptional(
    v.array(v.strictObject({ kind: Line, ids: v.pipe(v.array(Line), v.minLength(1)) })),
  ),
  succeeds: v.exactOptional(v.array(Fingerprint)),
  recalledOn: v.exactOptional(PlainDate),
});

const ROWS = {
  issuers: v.pipe(v.array(IssuerByPolicy), v.maxLength(MOST_ROWS)),
  files: v.pipe(v.array(v.string()), v.maxLength(MOST_FILES)),
  recalls: v.pipe(v.array(PolicyRecall), v.maxLength(MOST_ROWS)),
} as const;

export const PackSetting = v.strictObject({
  only: v.exactOptional(v.boolean()),
  issuers: v.exactOptional(ROWS.issuers),
  files: v.exactOptional(ROWS.files),
  recalls: v.exactOptional(ROWS.recalls),
});

/**
 * Each row of the right form. `only` is on unless it is false or absent; a setting that is not one at all lets in no
 * pack.
 */
export function readPackPolicy(given: unknown): PackPolicy | undefined {
  if (given === undefined) return undefined;
  const read = v.safeParse(v.record(v.string(), v.unknown()), given);
  if (!read.success) return { isOnly: true, issuers: [], files: [], recalls: [] };
  const { only, issuers, files, recalls } = read.output;
  return {
    isOnly: only !== undefined && only !== false,
    issuers: rowsOf(IssuerByPolicy, issuers, MOST_ROWS),
    files: rowsOf(v.string(), files, MOST_FILES),
    recalls: rowsOf(PolicyRecall, recalls, MOST_ROWS),
  };
}

function rowsOf<T>(schema: v.GenericSchema<unknown, T>, rows: unknown, most: number): readonly T[] {
  if (!Array.isArray(rows)) return [];
  return rows.slice(0, most).flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
}
