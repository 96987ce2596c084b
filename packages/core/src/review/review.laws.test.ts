/** Laws of the review: it never invents, never leaks, and never drops a word of the values taken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Draft, DraftRow } from '../capture/draft.js';
import { FIELD_PATHS, type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { plainLine } from '../shared/plain-line.js';
import { withAnswers } from '../testing/answers.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const gates = defaultGates('force', 'part3');
const ORIGIN = { way: 'page', system: 'Practice', title: 'Referral' } as const;

function reviewed(draft: Draft) {
  if (!gates.ok) throw new Error('no gates');
  return review(withAnswers(draft), {
    gates: gates.value,
    officer: { regime: 'part3', practice: true },
    host,
  });
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '=cmd|/c calc',
  ':value[subject.name]',
  '\u202Egnirts\u202C',
  'constructor',
  '__proto__',
  '"]}\\',
  'ﬀ İ ß',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const DATES = FIELD_PATHS.filter((path) => fieldOf(path).read === 'ukDate');
const TEXTS = FIELD_PATHS.filter((path) => !DATES.includes(path));

/** One text for each path, unlike every other, so that a leak cannot be a coincidence. */
const values = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...TEXTS), { minLength: 1 }),
    fc.array(text, { minLength: 30, maxLength: 30 }),
  )
  .map(([paths, texts]): FieldValues => {
    const named: readonly FieldPath[] = [
      'subject.name',
      ...paths.filter((path) => path !== 'subject.name'),
    ];
    return Object.fromEntries(named.map((path, i) => [path, [`Q${i}z${texts[i]}z${i}Q`]]));
  });
const decision = fc.constantFrom<Decision>({ kind: 'take' }, { kind: 'leave' }, { kind: 'mask' });

function withDecisions(draft: Draft, decisions: readonly Decision[]): Draft {
  const rows = draft.rows.map(
    (row, i): DraftRow => ({
      ...row,
      decision:
        row.path === 'subject.name' ? { kind: 'take' } : (decisions[i] ?? { kind: 'leave' }),
    }),
  );
  return { ...draft, rows };
}

/** Every text in the plain data, without keys. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('review', () => {
  it('never invents: every text of a record is a taken one, its reading, or the toolkit’s own', () => {
    fc.assert(
      fc.property(
        values,
        fc.array(decision, { minLength: 30, maxLength: 30 }),
        (given, decisions) => {
          const draft = withDecisions(draftOfFields(given, ORIGIN, host), decisions);
          const result = reviewed(draft);
          if (!result.ok) throw new Error(JSON.stringify(result.issues));
          const taken = draft.rows.filter((row) => row.decision.kind === 'take');
          const known = new Set(
            taken.flatMap((row) => [
              row.value,
              row.value.trim(),
              // A line is stripped of invisible characters; the source keeps it unchanged.
              plainLine(row.value).trim(),
              row.raw,
              row.platform,
            ]),
          );
          const found = result.value.changes.flatMap(({ set }) => textsIn(set));
          // Every text from the page carries its mark; nothing else in a record does.
          for (const each of found.filter((one) => /Q\d+z/.test(one)))
            expect(known).toContain(each);
        },
      ),
    );
  });

  it('never leaks: what was left or masked is nowhere in the change set or its warnings', () => {
    fc.assert(
      fc.property(
        values,
        fc.array(decision, { minLength: 30, maxLength: 30 }),
        (given, decisions) => {
          const draft = withDecisions(draftOfFields(given, ORIGIN, host), decisions);
          const withheld = draft.rows.filter(({ decision: { kind } }) => kind !== 'take');
          const title = withheld.map(({ raw }) => raw).join(' / ');
          const origins = draft.origins.map((origin) => ({ ...origin, title }));
          const said = textsIn(reviewed({ ...draft, origins }));
          for (const { raw, value } of withheld)
            for (const secret of [raw, value])
              expect(said.filter((each) => each.includes(secret.slice(0, 12)))).toEqual([]);
        },
      ),
    );
  });

  it('keeps what was taken verbatim, however hostile', () => {
    fc.assert(
      fc.property(values, (given) => {
        const draft = withDecisions(
          draftOfFields(given, ORIGIN, host),
          Array.from({ length: 30 }, (): Decision => ({ kind: 'take' })),
        );
        const result = reviewed(draft);
        if (!result.ok) throw new Error(JSON.stringify(result.issues));
        const verbatim = result.value.changes.flatMap(({ sources = {} }) =>
          Object.values(sources).flatMap((refs) => refs.map((ref) => ref.verbatim)),
        );
        for (const { raw } of draft.rows) expect(verbatim).toContain(raw);
      }),
    );
  });

  it('keeps nothing when everything was left', () => {
    fc.assert(
      fc.property(values, (given) => {
        const draft = draftOfFields(given, ORIGIN, host);
        const rows = draft.rows.map((row): DraftRow => ({ ...row, decision: { kind: 'leave' } }));
        expect(reviewed({ ...draft, rows })).toMatchObject({
          ok: false,
          issues: [{ code: 'nothing-taken', severity: 'error' }],
        });
      }),
    );
  });
});
