/**
 * Nothing of a person’s record is left out of a document in silence: whoever it is for, each record is either in it or
 * named, by its kind and number, and each field of a record that is in it is written or named.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnForce } from '../casework/keeping/disclosure-law.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import { timeline } from '../desk/case/timeline.js';
import type { FieldDescription } from '../record/field.js';
import { fieldsOf, RECORD_KINDS, RECORD_LABELS, type RecordKind } from '../record/kind.js';
import { LASTING_KINDS } from '../record/shared-kind.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildRecord, buildSubject } from '../testing/fiction/builder.js';
import { audienceView, gatherAudiences } from './audience.js';
import { leftOutLines, mayBeNamed } from './left-out.js';
import { renderTemplate } from './render.js';
import type { Rendered } from './rendered.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';
import { chronology } from './templates/chronology.js';

const lists = gatherCodeLists();
const AUDIENCES = [
  'nobody-in-particular',
  ...gatherAudiences().audiences.map((each) => each.audience),
];
const TEMPLATES = [caseSummary, chronology].map((source) => loadTemplate(source, { lists }));
const SUBJECT = buildSubject();
/** The officer has an id too, and is no record of the person. */
const OFFICER = { id: buildId() };
let count = 0;

/** Text of a record that occurs nowhere else. */
const isText = ({ input, codeList, options, set, refersTo, name }: FieldDescription): boolean =>
  (input === 'line' || input === 'narrative') &&
  !codeList &&
  !options &&
  !set &&
  !refersTo &&
  name !== 'id';
const textsOf = (kind: RecordKind) => fieldsOf(kind).filter(isText);
const canaryOf = ({ id }: { readonly id: string }, name: string) =>
  `canary${id.replaceAll('-', '')}${name.toLowerCase()}end`;

function stored(kind: RecordKind, referrerId: RecordId | undefined): StoredRecord {
  const built =
    kind === 'subject'
      ? SUBJECT
      : { ...buildRecord(kind), subjectId: SUBJECT.id, corrects: undefined };
  const texts = textsOf(kind).map(({ name }) => [name, canaryOf(built, name)]);
  const value = {
    ...built,
    ...Object.fromEntries(texts),
    ...(kind === 'referral' ? { referrerId } : {}),
  };
  count += 1;
  const at = `2026-11-${String(1 + (count % 20)).padStart(2, '0')}T09:00:00.000Z`;
  const when = { createdAt: at, updatedAt: at, updatedBy: SUBJECT.id };
  return { kind, id: value.id, value, heads: [], sources: {}, ...when } as unknown as StoredRecord;
}

/** An organisation is about nobody, so no paper about a person leaves it out. */
const ABOUT_SOMEBODY = RECORD_KINDS.filter(
  (kind) => kind !== 'subject' && !LASTING_KINDS.has(kind),
);

/** Any number of each kind, with the person and a referrer that the referrals name. */
const anyRecords = fc
  .array(fc.constantFrom(...ABOUT_SOMEBODY), { maxLength: 40 })
  .map((kinds): readonly StoredRecord[] => {
    const referrer = stored('referrer', undefined);
    return [
      stored('subject', undefined),
      referrer,
      ...kinds.map((kind) => stored(kind, referrer.id)),
    ];
  });

function rendered(
  records: readonly StoredRecord[],
  audience: string,
  template: (typeof TEMPLATES)[number],
  audiences = gatherAudiences(),
): Rendered {
  const file = caseFile(records, SUBJECT.id, {
    officer: { ...OFFICER, name: 'A. Officer', force: '42' },
    preparedOn: '2026-11-24' as PlainDate,
    chronology: timeline(records, lists),
  });
  if (!file.ok) throw new Error('no file');
  return renderTemplate(template, file.value, { lists, audience, audiences });
}

const anyPaper = fc.record({
  records: anyRecords,
  audience: fc.constantFrom(...AUDIENCES),
  template: fc.constantFrom(...TEMPLATES),
});

describe('a document, whoever it is for', () => {
  it('has each record in it, or names it by kind and number', () => {
    fc.assert(
      fc.property(anyPaper, ({ records, audience, template }) => {
        const made = rendered(records, audience, template);
        const inIt = new Set(made.records);
        expect(records.map(({ id }) => id)).toEqual(expect.arrayContaining([...inIt]));
        for (const kind of RECORD_KINDS) {
          const own = records.filter((record) => record.kind === kind);
          const named = made.leftOut.find((each) => each.kind === kind)?.count ?? 0;
          expect([kind, own.filter(({ id }) => inIt.has(id)).length + named]).toEqual([
            kind,
            own.length,
          ]);
        }
        for (const record of records.filter(({ id }) => !inIt.has(id)))
          for (const { name } of textsOf(record.kind))
            expect(made.markdown).not.toContain(canaryOf(record, name));
      }),
      { numRuns: 150 },
    );
  });

  it('writes each text of a record that is in a summary, or names its field', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...AUDIENCES), (records, audience) => {
        const [summary] = TEMPLATES;
        if (!summary) throw new Error('no template');
        const made = rendered(records, audience, summary);
        // A session is in it only as the next step, which sums it up.
        const inIt = records.filter(
          ({ id, kind }) => made.records.includes(id) && kind !== 'session' && kind !== 'objective',
        );
        for (const record of inIt) {
          const fields = made.leftOut.find(({ kind }) => kind === record.kind)?.fields ?? [];
          for (const { name, label } of textsOf(record.kind)) {
            const isWritten = made.markdown.includes(canaryOf(record, name));
            const isNamed = fields.some((each) => each.label === label);
            expect([record.kind, name, isWritten || isNamed]).toEqual([record.kind, name, true]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('names no kind, and no field of a kind, that its reader may not know of, whatever a rule says', () => {
    const rules = gatherAudiences();
    const all = rules.audiences.map((each) => ({ ...each, isToldWhatIsLeftOut: true }));
    fc.assert(
      fc.property(anyPaper, fc.boolean(), ({ records, audience, template }, isOpen) => {
        const audiences = isOpen ? { ...rules, audiences: all } : rules;
        const { markdown } = rendered(records, audience, template, audiences);
        const [, list = ''] = markdown.split('On record, and not in this document');
        const isFull = audienceView(audiences, audience).isFull;
        if (!isFull) expect(list).toBe('');
        const lines = list.split('\n').flatMap((line) => /^[*-] +(.*)$/.exec(line)?.[1] ?? []);
        for (const kind of RECORD_KINDS.filter((each) => !mayBeNamed(audience, each))) {
          const { one, many } = RECORD_LABELS[kind];
          for (const line of lines)
            for (const label of [one, many]) {
              expect(line).not.toMatch(new RegExp(`^${label}(?::|, without)`, 'i'));
              expect(line).not.toMatch(new RegExp(`\\d ${label}(?:,|$)`, 'i'));
            }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for a reader outside the force with what they may not know of and without', () => {
    fc.assert(
      fc.property(anyPaper, ({ records, audience, template }) => {
        fc.pre(!isOwnForce(audience));
        const known = records.filter(
          ({ kind }) => kind === 'subject' || mayBeNamed(audience, kind),
        );
        expect(rendered(records, audience, template).markdown).toBe(
          rendered(known, audience, template).markdown,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('names nothing that it is not asked to keep from them: no text, no name, no id', () => {
    fc.assert(
      fc.property(anyPaper, ({ records, audience, template }) => {
        const { leftOut } = rendered(records, audience, template);
        const said = JSON.stringify([leftOut, leftOutLines(leftOut)]);
        expect(said).not.toContain('canary');
        for (const { id } of records) expect(said).not.toContain(id);
      }),
    );
  });
});

describe('what is left out of a summary', () => {
  const contact = stored('intervention', undefined);
  const records = [
    stored('subject', undefined),
    contact,
    stored('safeguardingConcern', undefined),
    stored('safeguardingConcern', undefined),
  ];
  const summary = (audience: string) => rendered(records, audience, loadTemplate(caseSummary));

  it('says to an officer that the words of a contact are, and how many concerns', () => {
    const { leftOut, withheld } = summary('force-system');
    expect(withheld.map(({ what }) => what)).toEqual([
      'What happened at each contact, and who was there',
    ]);
    expect(leftOut).toContainEqual({
      kind: 'safeguardingConcern',
      label: RECORD_LABELS.safeguardingConcern.many,
      count: 2,
      shown: 0,
      summedUp: 0,
      fields: [],
    });
    const ofContact = leftOut.find(({ kind }) => kind === 'intervention');
    expect(ofContact).toMatchObject({ count: 0 });
    expect(ofContact?.fields).toContainEqual({ label: 'What happened', count: 1 });
    expect(ofContact?.fields.map(({ label }) => label)).not.toContain('Date of contact');
  });

  it('is on the paper of those who work with the whole record', () => {
    for (const audience of ['force-system', 'supervisor', 'colleague', 'nccu', 'rocu']) {
      const { markdown, html } = summary(audience);
      const isUnit = audience === 'nccu' || audience === 'rocu';
      expect(markdown).toContain('On record, and not in this document');
      for (const form of [markdown, html]) {
        // A crime unit has no need to know of a concern; whoever works on the case has.
        expect(form.includes('Safeguarding concerns: 2')).toBe(!isUnit);
        expect(/concern/i.test(form)).toBe(!isUnit);
        expect(form).not.toContain('The narrative is');
        expect(form).toMatch(/Intervention, without: .*other officers there/);
        expect(/without: .*what happened/.test(form)).toBe(audience !== 'supervisor');
      }
    }
  });

  it('is not on anybody else’s, who could read from a kind what it is about', () => {
    for (const audience of ['court', 'partner', 'school', 'subject']) {
      const { markdown, leftOut } = summary(audience);
      expect(leftOut.map(({ kind }) => kind)).toContain('safeguardingConcern');
      expect(markdown).not.toMatch(/not in this document|concern|without:/i);
      expect(markdown).toContain('It does not contain everything that is on record.');
    }
  });
});

it('names every kind of which a chronology has only a line, and keeps ratings made alone out of it', () => {
  const [, paper] = TEMPLATES;
  if (!paper) throw new Error('no template');
  const records = [
    stored('subject', undefined),
    stored('assessment', undefined),
    stored('contactPlan', undefined),
    stored('intervention', undefined),
    stored('intervention', undefined),
    stored('rating', undefined),
    stored('sealedRating', undefined),
  ];
  const { leftOut, markdown } = rendered(records, 'nccu', paper);
  const lines = leftOutLines(leftOut);
  expect(lines.at(-1)).toMatch(/^Details of what is here in one line: /);
  for (const words of ['1 assessment', '1 contact plan', '2 interventions'])
    expect(lines.at(-1)).toContain(words);
  expect(lines).toEqual(expect.arrayContaining(['Blind rating: 1', 'Sealed rating: 1']));
  const [events] = markdown.split('On record, and not in this document');
  expect(events).not.toMatch(/blind rating/i);
  // The team’s check on its own judgement is no concern of a unit.
  for (const line of lines)
    expect([line, markdown.includes(line)]).toEqual([line, !/rating/i.test(line)]);
});
