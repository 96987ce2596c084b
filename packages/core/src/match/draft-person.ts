/**
 * The person that a draft is about: everything read of them by which somebody can be told from others, and the other
 * values that the officer takes. A value that is left is part of this, since the page says it all the same; a masked
 * one, one of somebody else on a list, and one that the officer rejected are not.
 */

import { readRow } from '../capture/draft/draft-row.js';
import { type Draft, type DraftRow, decidedValue } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import { isOfAnother } from '../capture/name/choose-person.js';
import { readTyped } from '../capture/read/read-identifier.js';
import { identifierValue } from './identifier.js';
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

const NAMES: readonly FieldPath[] = ['subject.name', 'subject.givenNames', 'subject.familyName'];

export function draftPerson(draft: Draft): SoughtPerson {
  const rows = draft.rows.filter((row) => !isOfAnother(draft, row));
  const taken = rows.flatMap((row) => takenOf(row) ?? []);
  const read = [...taken, ...rows.flatMap(leftOf)];
  const first = (path: FieldPath) => read.find((row) => row.path === path)?.value;
  const given = first('subject.givenNames');
  const family = first('subject.familyName');
  const parts = { ...(given ? { given } : {}), ...(family ? { family } : {}) };
  const whole = first('subject.name') ?? [given, family].filter(Boolean).join(' ');
  const others = read.filter(({ path, value }) => path === 'subject.name' && value !== whole);
  const lines = taken.filter(({ path }) => path === 'subject.address');
  const postcodes = taken.filter(({ path }) => path === 'subject.postcode');
  return {
    work: draft.id,
    values: [
      ...(whole ? [{ kind: 'name', text: whole, ...parts } as const] : []),
      ...others.map(({ value }): MatchValue => ({ kind: 'name', text: value })),
      ...read.flatMap(({ path, value, platform }): readonly MatchValue[] => {
        return soughtValue(path, value, platform);
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

/**
 * Values that would have been taken and that the officer left: nobody is looked for by them, but the page says them, and
 * they count in the doubt whose page it is.
 */
export function rejectedValues(draft: Draft): readonly MatchValue[] {
  const said = draft.rows
    .filter((row) => !isOfAnother(draft, row) && isRejected(row))
    .flatMap(saidIn);
  const parts = ['subject.givenNames', 'subject.familyName'].map(
    (part) => said.find(({ path }) => path === part)?.value,
  );
  const whole = parts.every(Boolean) ? [{ kind: 'name', text: parts.join(' ') } as const] : [];
  const values = said.flatMap(({ path, value, platform }): readonly MatchValue[] => {
    if (path === 'subject.name') return [{ kind: 'name', text: value }];
    return soughtValue(path, value, platform);
  });
  return [...whole, ...values];
}

/** The value that somebody is looked for by. An identifier is one by its type: an IP address or a page is nobody's own. */
function soughtValue(
  path: FieldPath,
  text: string,
  platform: string | undefined,
): readonly MatchValue[] {
  const kind = KINDS[path];
  if (kind === undefined) return [];
  const typed = kind === 'handle' && platform === undefined ? readTyped(text) : undefined;
  if (!typed) return [{ kind, text, ...(platform ? { platform } : {}) }];
  const told = typed.ok ? identifierValue(typed.value) : undefined;
  return told ? [told] : [];
}

interface Read {
  readonly path: FieldPath;
  readonly value: string;
  readonly platform?: string | undefined;
}

/** Reads a corrected row again; a row taken unchanged keeps its value. */
function takenOf(row: DraftRow): Read | undefined {
  const value = decidedValue(row);
  if (value === undefined || row.path === undefined) return undefined;
  if (row.decision.kind !== 'take-corrected')
    return { path: row.path, value, platform: row.platform };
  const again = readRow(row.path, value, { label: row.label });
  return { path: row.path, value: again.value, platform: again.platform ?? row.platform };
}

function leftOf(row: DraftRow): readonly Read[] {
  return isRejected(row) ? [] : saidIn(row);
}

/** Values of a left row that tell a person from others; both days of a date that can be two. */
function saidIn(row: DraftRow): readonly Read[] {
  const { path, decision, platform, either } = row;
  if (path === undefined || decision.kind !== 'leave') return [];
  if (!NAMES.includes(path) && KINDS[path] === undefined) return [];
  const values = either ? [either.dayFirst, either.monthFirst] : [row.value];
  return values.map((value) => ({ path, value, platform }));
}

/** True if the value would have been taken, and the officer left it. */
function isRejected({ decidedBy, started }: DraftRow): boolean {
  return decidedBy === 'officer' && started === 'take';
}
