/**
 * Whatever a case file has, and under whatever name: a value that was given on conditions goes on no paper that they do
 * not allow. A kind or a field that is added is among them by being there.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handlingIssues } from '../casework/handling/disclosure-gate.js';
import { gatherHandlingRules } from '../casework/rules/handling-rules.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import { timeline } from '../desk/case/timeline.js';
import type { FieldDescription } from '../record/field.js';
import { fieldsOf, RECORD_KINDS, type RecordKind } from '../record/kind.js';
import { LASTING_KINDS } from '../record/shared-kind.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { AuditEntry } from '../store/log/revision.js';
import { buildRecord, buildSource, buildSubject } from '../testing/fiction/builder.js';
import { heldRecord } from '../testing/held-under-test.js';
import { heldAmong } from '../testing/law-under-test.js';
import { CASE_KINDS, type CaseKind } from './case-kind.js';
import { renderTemplate } from './render.js';
import { parseTemplate } from './template.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const SUBJECT = buildSubject({ categories: [] });
const CANARY = 'Canaryfield';
/** Nothing given on conditions may go anywhere. */
const FORBIDS = { ...gatherHandlingRules(), conditions: [], otherwise: 'forbid' as const };

const head = `---\nid: all\ntitle: All\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\nmay: [${Object.keys(
  CASE_KINDS,
)
  .filter((name) => name !== 'subject')
  .join(', ')}]\n---\n\n`;
const isTemplate = (part: string) => parseTemplate(head + part, { lists }).ok;
const NAMES = (Object.entries(CASE_KINDS) as [string, CaseKind][]).flatMap(
  ([name, { many, fields = [] }]) =>
    fields.flatMap((field): readonly (readonly [string, string])[] => {
      const part = many
        ? `::table{of=${name} columns="${field.name}" empty="None"}`
        : `:value[${name}.${field.name}]`;
      return isTemplate(part) ? [[name, part]] : [];
    }),
);
/** A paper of everything that a template can name. */
const all = parseTemplate(head + NAMES.map(([, part]) => part).join('\n\n'), { lists });
if (!all.ok) throw new Error(JSON.stringify(all.issues));
const PAPER = all.value;

/** Fields whose value can be a text that occurs nowhere else. */
const isText = ({ input, codeList, options, refersTo, name, set }: FieldDescription): boolean =>
  ['line', 'narrative', 'lines'].includes(input) &&
  !codeList &&
  !options &&
  !refersTo &&
  set === undefined &&
  name !== 'id';
const KINDS = RECORD_KINDS.filter(
  (kind) => !LASTING_KINDS.has(kind) && kind !== 'sourceCapture' && fieldsOf(kind).some(isText),
);
const PLACES = KINDS.flatMap((kind) =>
  fieldsOf(kind)
    .filter(isText)
    .map((field) => ({ kind, field })),
);

function holding(kind: RecordKind, field: FieldDescription): StoredRecord {
  const built = kind === 'subject' ? SUBJECT : { ...buildRecord(kind), subjectId: SUBJECT.id };
  const value = { ...built, [field.name]: field.input === 'lines' ? [CANARY] : CANARY };
  return { ...heldRecord(kind), id: value.id as RecordId, value } as unknown as StoredRecord;
}

function printed(place: (typeof PLACES)[number], audience: string, conditions?: string) {
  const { kind, field } = place;
  const capture = heldRecord('sourceCapture', (conditions ? { conditions } : {}) as never);
  const record = holding(kind, field);
  const at = field.input === 'lines' ? `${field.name}[0]` : field.name;
  const records: readonly StoredRecord[] = [
    ...(kind === 'subject' ? [] : [{ ...heldRecord('subject'), id: SUBJECT.id, value: SUBJECT }]),
    { ...record, sources: { [at]: [buildSource({ capture: capture.id })] } },
    capture,
  ] as readonly StoredRecord[];
  const file = caseFile(records, SUBJECT.id, {
    officer: { name: 'PC Imogen Starling', force: '44' },
    preparedOn: TODAY,
    lists,
    include: { notes: true, concerns: true, notice: record.id },
    chronology: timeline(records, lists),
  });
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  const made = renderTemplate(PAPER, file.value, { lists, audience, handlingRules: FORBIDS });
  const entry: AuditEntry = {
    action: 'disclosure',
    records: made.records,
    fields: [],
    reason: 'disclosure',
    recipients: [audience, 'Testford'],
    gateway: 'part3-task',
    handling: made.handling,
  };
  const refused = handlingIssues(entry, false, heldAmong(records), {
    today: TODAY,
    rules: FORBIDS,
  });
  return { text: made.markdown, refused };
}

const anyPlace = fc.constantFrom(...PLACES);

it('prints a text of most kinds where nothing stops it', () => {
  const shown = new Set(
    PLACES.filter((place) => printed(place, 'supervisor').text.includes(CANARY)).map(
      ({ kind }) => kind,
    ),
  );
  expect(shown.size).toBeGreaterThan(10);
  for (const kind of [
    'subject',
    'referral',
    'intervention',
    'offence',
    'onlineIdentifier',
  ] as const)
    expect([...shown]).toContain(kind);
});

it('prints no text of any kind that its conditions forbid, and the store agrees', () => {
  fc.assert(
    fc.property(
      anyPlace,
      fc.constantFrom('supervisor', 'rocu', 'partner', 'court', 'subject'),
      (place, audience) => {
        const { text, refused } = printed(place, audience, 'Not to be told.');
        expect(text).not.toContain(CANARY);
        expect(refused).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
