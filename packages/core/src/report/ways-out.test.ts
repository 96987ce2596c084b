/** Every way out of the record runs one suite. One that is added to the table has no place here until it does, too. */
import { describe, expect, it } from 'vitest';
import { handlingIssues } from '../casework/handling/disclosure-gate.js';
import { caseHandling, paperGate } from '../casework/handling/handling-of-paper.js';
import { originsOn } from '../casework/handling/handling-on.js';
import { handlingWords } from '../casework/handling/origin.js';
import { WAYS_OUT, type WayOut } from '../casework/rules/handling-rules.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import { fillValues } from '../fill/fill-value.js';
import { pastePack } from '../fill/paste-pack.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { AuditEntry } from '../store/log/revision.js';
import { buildId } from '../testing/fiction/builder.js';
import { heldAmong } from '../testing/law-under-test.js';
import { type GivesOut, onConditions, testWayOut } from '../testing/way-out-suite.js';
import { recordsToGive } from './give-records.js';
import { renderTemplate } from './render.js';
import { loadTemplate } from './template.js';

const lists = gatherCodeLists();
const paper = loadTemplate(
  {
    id: 'ways-out',
    markdown: `---
id: ways-out
title: Ways out
marking: OFFICIAL-SENSITIVE
needs: [subject]
may: [referral, organisations, sources]
---

Known as: :value[subject.aliases]

School:

::table{of=subject.schools columns="name" empty="No school is recorded"}

:::when{present=organisations}

::table{of=organisations columns="words organisation"}

:::

:::when{present=referral}

What happened: :value[referral.narrative]

:::
`,
  },
  { lists },
);

const subjectIn = (records: readonly StoredRecord[]) =>
  records.find((record) => record.kind === 'subject') as StoredRecord<'subject'>;

/** A paper is rendered and then logged: the gate of the store has the last word. */
const onPaper =
  (destination: string): GivesOut =>
  async (records, today) => {
    const file = caseFile(records, subjectIn(records).id, {
      officer: { name: 'PC Imogen Starling', force: 'northmoor' },
      preparedOn: today,
      lists,
    });
    if (!file.ok) throw new Error('no case file');
    const rendered = renderTemplate(paper, file.value, { lists, audience: destination });
    const entry: AuditEntry = {
      action: 'disclosure',
      records: rendered.records,
      fields: [],
      reason: 'disclosure',
      recipients: [destination, 'Testford'],
      gateway: 'part3-task',
      handling: rendered.handling,
    };
    expect(handlingIssues(entry, false, heldAmong(records), { today })).toEqual([]);
    return { text: rendered.markdown.replaceAll('\\', ''), conditions: rendered.conditions };
  };

const sealed: GivesOut = async (records, today) => {
  const entry: AuditEntry = {
    action: 'disclosure',
    records: records.map(({ id }) => id),
    fields: ['exchange'],
    reason: 'disclosure',
    recipients: ['colleague', 'PC Oda Finch'],
  };
  if (handlingIssues(entry, false, heldAmong(records), { today }).length > 0) return undefined;
  // The captures are in the file, with their conditions.
  const find = (id: RecordId) => records.find((record) => record.id === id);
  const origins = records.flatMap((record) => originsOn(record, find));
  return { text: JSON.stringify(records), conditions: [...new Set(origins.map(handlingWords))] };
};

const intoAForm: GivesOut = async (records, today) => {
  const referral = records.find((record) => record.kind === 'referral') as StoredRecord<'referral'>;
  const values = fillValues(
    'referral',
    { subject: subjectIn(records).value, referral: referral.value },
    lists,
    { handling: caseHandling(records), today },
  ).filter(({ stopped }) => stopped === undefined);
  const parts = pastePack(values.map(({ id, text }) => ({ id, label: id, text })));
  return {
    text: parts.map(({ text }) => text).join('\n'),
    conditions: [...new Set(values.flatMap(({ conditions = [] }) => conditions))],
  };
};

const inTouch: GivesOut = async (records, today) => {
  const subject = subjectIn(records);
  const handling = caseHandling(records);
  const gate = paperGate(handling, { way: 'contact', today });
  if (gate.bars(subject.id, 'aliases[0]')) return undefined;
  const origins = handling.on.get(subject.id)?.values.get('aliases[0]') ?? [];
  return { text: subject.value.aliases.join(), conditions: origins.map(handlingWords) };
};

const GIVES: Readonly<Record<WayOut, GivesOut>> = {
  force: onPaper('supervisor'),
  police: onPaper('rocu'),
  colleague: sealed,
  partner: onPaper('partner'),
  court: onPaper('court'),
  subject: onPaper('subject'),
  'other-system': intoAForm,
  contact: inTouch,
};

/** Destinations whose audience gets none of these values by its own rules. */
const GETS_THEM: ReadonlySet<WayOut> = new Set(
  WAYS_OUT.filter((way) => !['subject', 'partner', 'court'].includes(way)),
);

describe.each([...GETS_THEM])('%s', (way) => testWayOut(way, GIVES[way]));

describe('a paper that leaves policing', () => {
  it.each(['partner', 'court', 'subject'] as const)(
    'has nothing of what its conditions keep from %s',
    async (way) => {
      const today = '2026-11-24' as PlainDate;
      const records = onConditions({
        handling: {
          handlingCode: 'C',
          handlingAction: 'A2',
          handlingSanitisation: 'S2',
          handlingInstructions: 'Nothing overt' as never,
        },
      });
      const gave = await GIVES[way](records, today);
      expect(gave?.text).not.toContain('Canaryfield');
      expect(gave?.text).not.toContain('NP/26/0042');
      expect(gave?.text).not.toMatch(/handling|condition/i);
      // A withheld value is not said to be absent.
      expect(gave?.text).not.toContain('No school is recorded');
    },
  );
});

it('puts nothing that was given on conditions into a file, and logs what it left out', async () => {
  const records = onConditions({ conditions: 'Do not pass on' as never });
  const referral = records.find(({ kind }) => kind === 'referral');
  const made = await recordsToGive(records, {
    referrals: [referral?.id ?? buildId()],
    audience: 'rocu',
    marking: 'OFFICIAL-SENSITIVE',
    officer: buildId(),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  expect(JSON.stringify(made.value.set)).not.toContain('Canaryfield');
  expect(made.value.conditioned).toContain('Also known as');
  const entry: AuditEntry = {
    action: 'disclosure',
    records: made.value.records,
    fields: made.value.fields,
    reason: 'disclosure',
    recipients: ['rocu', 'Testford'],
    file: { format: 'csv', marking: 'OFFICIAL-SENSITIVE', digest: '0'.repeat(64) },
    handling: made.value.handling,
  };
  const today = '2026-11-24' as PlainDate;
  expect(handlingIssues(entry, false, heldAmong(records), { today })).toEqual([]);
});
