/**
 * The person that a draft is about, from the values that the officer takes: left and masked values are not compared.
 */

import { readRow } from '../capture/draft/draft-row.js';
import { type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import type { MatchKind, MatchValue, SoughtPerson } from './person.js';

const KINDS: Readonly<Partial<Record<FieldPath, MatchKind>>> = {
  'subject.aliases[]': 'name',
  'subject.bornOn': 'bornOn',
  'subject.phones[]': 'phone',
  'subject.emails[]': 'email',
  'subject.onlineIdentifiers[].asSeen': 'handle',
  'referral.reference': 'reference',
  'referral.otherReferences[]': 'reference',
};

export function draftPerson(draft: Draft): SoughtPerson {
  const taken = draft.rows.flatMap((row) => readOf(row) ?? []);
  const first = (path: FieldPath) => taken.find((row) => row.path === path)?.value;
  const given = first('subject.givenNames');
  const family = first('subject.familyName');
  const parts = { ...(given ? { given } : {}), ...(family ? { family } : {}) };
  const whole = first('subject.name') ?? [given, family].filter(Boolean).join(' ');
  const lines = taken.filter(({ path }) => path === 'subject.address');
  const postcodes = taken.filter(({ path }) => path === 'subject.postcode');
  return {
    work: draft.id,
    values: [
      ...(whole ? [{ kind: 'name', text: whole, ...parts } as const] : []),
      ...taken.flatMap(({ path, value, platform }): readonly MatchValue[] => {
        const kind = KINDS[path];
        return kind ? [{ kind, text: value, ...(platform ? { platform } : {}) }] : [];
      }),
      ...lines.map(({ value }, nth): MatchValue => {
        const postcode = postcodes[nth]?.value;
        return { kind: 'address', text: value, ...(postcode ? { postcode } : {}) };
      }),
      // The postcode may be the only part of an address that is known.
      ...postcodes
        .slice(lines.length)
        .map(({ value }): MatchValue => ({ kind: 'address', text: value, postcode: value })),
    ],
  };
}

interface Taken {
  readonly path: FieldPath;
  readonly value: string;
  readonly platform?: string | undefined;
}

/** Reads a corrected row again; a row taken unchanged keeps its value. */
function readOf(row: DraftRow): Taken | undefined {
  const value = decidedValue(row);
  if (value === undefined || row.path === undefined) return undefined;
  if (row.decision.kind !== 'take-corrected')
    return { path: row.path, value, platform: row.platform };
  const again = readRow(row.path, value, { label: row.label });
  return { path: row.path, value: again.value, platform: again.platform ?? row.platform };
}
