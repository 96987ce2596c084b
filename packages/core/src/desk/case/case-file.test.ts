import { describe, expect, it } from 'vitest';
import { codeLabel, gatherCodeLists } from '../../codes/index.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate, RecordId } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import {
  buildAssessment,
  buildDecision,
  buildEnquiry,
  buildHold,
  buildId,
  buildIdentification,
  buildIntelligenceNote,
  buildIntervention,
  buildOnlineIdentifier,
  buildPromise,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildRelatedPerson,
  buildSafeguardingConcern,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { caseFile } from './case-file.js';
import { gatherCase } from './gather.js';
import { timeline } from './timeline.js';

const officer = buildId();
let minute = 0;
/** The record as a store would return it, each a minute after the one before. */
function stored<K extends RecordKind>(
  kind: K,
  value: RecordOf<K>,
  sources: StoredRecord['sources'] = {},
): StoredRecord<K> {
  minute += 1;
  const at = new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString() as Instant;
  return {
    kind,
    id: value.id,
    value,
    heads: [buildId()],
    sources,
    createdAt: at,
    updatedAt: at,
    updatedBy: officer,
  };
}

const subject = buildSubject();
const subjectId = subject.id;
const [capture, noteCapture] = [buildSourceCapture(), buildSourceCapture()];
const referrer = buildReferrer();
const older = buildReferral({ subjectId, receivedOn: '2026-01-05', reference: 'OLD-1' });
const latest = buildReferral({ subjectId, referrerId: referrer.id });
const wrong = buildIntervention({ subjectId, minutes: 999, heldOn: '2026-11-21' });
const right = buildIntervention({ subjectId, corrects: wrong.id, heldOn: '2026-11-21' });
const dangling = buildIntervention({ subjectId, corrects: buildId(), heldOn: '2026-11-20' });
const note = buildIntelligenceNote({ subjectId });
const concern = buildSafeguardingConcern({ subjectId });
const standingHold = buildHold({ subjectId, from: '2026-11-22' });
const liftedHold = buildHold({ subjectId, from: '2026-11-10', liftedOn: '2026-11-15' });
const identifier = buildOnlineIdentifier({ subjectId });
const records: readonly StoredRecord[] = [
  stored('subject', subject, { name: [buildSource({ capture: capture.id })] }),
  stored('referral', latest),
  stored('referral', older),
  stored('referrer', referrer),
  stored('relatedPerson', buildRelatedPerson({ subjectId })),
  stored('onlineIdentifier', identifier),
  stored('intervention', wrong),
  stored('intervention', right),
  stored('intervention', dangling),
  stored('decision', buildDecision({ subjectId })),
  stored('intelligenceNote', note, { text: [buildSource({ capture: noteCapture.id })] }),
  stored('safeguardingConcern', concern),
  stored('hold', standingHold),
  stored('hold', liftedHold),
  stored('sourceCapture', capture),
  stored('sourceCapture', noteCapture),
  stored('referral', buildReferral()),
  stored('subject', buildSubject({ name: 'Somebody Else' })),
];
const options = {
  officer: { name: 'A. Officer', force: '42' },
  preparedOn: '2026-11-24' as PlainDate,
};
function fileOf(more: Partial<Parameters<typeof caseFile>[2]> = {}) {
  const file = caseFile(records, subjectId, { ...options, ...more });
  if (!file.ok) throw new Error('no file');
  return file.value;
}

it('says of each decision which referral it is on, and lists the referrals before the latest', () => {
  const on = (referralId: RecordId | undefined, decidedOn: string) =>
    stored('decision', buildDecision({ subjectId, referralId, decidedOn: decidedOn as PlainDate }));
  const unnamed = buildReferral({ subjectId, receivedOn: '2026-02-01', reference: undefined });
  const made = caseFile(
    [
      stored('subject', subject),
      ...[older, unnamed, latest].map((each) => stored('referral', each)),
      ...[on(older.id, '2026-01-06'), on(unnamed.id, '2026-02-02'), on(undefined, '2026-03-01')],
      on(buildId(), '2026-04-01'),
    ],
    subjectId,
    { officer: { name: 'A. Officer', force: '42' }, preparedOn: '2026-11-24' as PlainDate },
  );
  if (!made.ok) throw new Error('no file');
  expect(made.value.decisions.map(({ about }) => about)).toEqual([
    'Referral OLD-1 of 5 January 2026',
    'Referral of 1 February 2026',
    'The case',
    'A referral that is not in this document',
  ]);
  expect(made.value.earlierReferrals.map(({ id }) => id)).toEqual([older.id, unnamed.id]);
});

it('gives what happened at each contact that says so, and the level of each signed assessment in force', () => {
  const talked = buildIntervention({ subjectId, note: 'He showed me his logs.' });
  const silent = buildIntervention({ subjectId, note: undefined, present: undefined });
  const assessed = (more: Partial<RecordOf<'assessment'>>) =>
    buildAssessment({ subjectId, noLevel: undefined, ...more });
  const signedAt = '2026-11-20T09:00:00.000Z' as Instant;
  const first = assessed({ signedAt, assessedOn: '2026-11-18' as PlainDate });
  const draft = assessed({ assessedOn: '2026-11-19' as PlainDate });
  const later = assessed({
    signedAt,
    assessedOn: '2026-11-20' as PlainDate,
    supersedes: first.id,
    levels: ['Low', 'Medium', 'High'].map((label) => ({ id: label, label })),
  });
  const made = caseFile(
    [
      stored('subject', subject),
      ...[talked, silent].map((each) => stored('intervention', each)),
      ...[later, draft, first].map((each) => stored('assessment', each)),
      stored('assessment', buildAssessment({ signedAt })),
    ],
    subjectId,
    options,
  );
  if (!made.ok) throw new Error('no file');
  expect(made.value.accounts.map(({ id }) => id)).toEqual([talked.id]);
  expect(made.value.assessments.map(({ id, level }) => [id, level])).toEqual([
    [later.id, 'Low, Medium or High'],
  ]);
});

it('gives the reason of a decision in full, once, and names no part of it as left out', () => {
  const lists = gatherCodeLists();
  const [code = ''] = (lists.get('decision-reason')?.codes ?? []).map((each) => each.code);
  const label = `${codeLabel(lists, 'decision-reason', code)}.`;
  const decided = (reason: string, ...codes: string[]) =>
    stored('decision', buildDecision({ subjectId, reason, reasonCodes: codes }));
  const all = [
    stored('subject', subject),
    decided(label, code),
    decided('The school asked.', code),
    decided('The school asked.', 'other'),
  ];
  const made = caseFile(all, subjectId, { ...options, lists });
  if (!made.ok) throw new Error('no file');
  expect(made.value.decisions.map(({ reason }) => reason)).toEqual([
    label,
    `${label}\nThe school asked.`,
    'The school asked.',
  ]);
  expect(made.value.onRecord.flatMap(({ filled }) => filled)).not.toContain('reasonCodes');
});

describe('caseFile', () => {
  it('lists what is on record about the subject without its content, and nobody else’s', () => {
    const { onRecord } = fileOf();
    const others = records.filter(({ kind, value }) =>
      kind === 'subject'
        ? value.id !== subjectId
        : 'subjectId' in value && value.subjectId !== subjectId,
    );
    expect(others).toHaveLength(2);
    expect(onRecord.map(({ id }) => id)).toEqual(
      records.filter((each) => !others.includes(each)).map(({ id }) => id),
    );
    const ofNote = onRecord.find(({ id }) => id === note.id);
    expect(ofNote?.filled).toContain('text');
    expect(JSON.stringify(onRecord)).not.toContain(note.text);
    expect(JSON.stringify(onRecord)).not.toContain(subject.name);
  });

  it('has neither an identifier that was not theirs, nor one on nobody', () => {
    const ended = { subjectId, endedOn: '2026-11-24', endedWhy: 'A namesake has it' };
    const others = [
      buildOnlineIdentifier({ ...ended, asSeen: 'not_theirs' } as never),
      buildOnlineIdentifier({ subjectId: undefined, asSeen: 'of_nobody' }),
    ].map((each) => stored('onlineIdentifier', each));
    const file = caseFile([...records, ...others], subjectId, options);
    if (!file.ok) throw new Error('no file');
    expect(file.value.onlineIdentifiers).toEqual([{ ...identifier, type: 'platform-account' }]);
    const listed = file.value.onRecord.map(({ id }) => id);
    expect(others.map(({ id }) => listed.includes(id))).toEqual([true, false]);
  });

  it('gathers what is of the subject, in order, the latest referral by itself', () => {
    const file = fileOf();
    expect(file.subject).toBe(subject);
    expect(file.referral).toBe(latest);
    expect(file.referrer).toBe(referrer);
    expect(file.referrals).toEqual([older, latest]);
    expect(file.onlineIdentifiers).toEqual([{ ...identifier, type: 'platform-account' }]);
    expect(file.relatedPersons).toHaveLength(1);
    expect(file.decisions).toHaveLength(1);
    expect(file.holds).toEqual([standingHold]);
    expect(file.officer).toEqual(options.officer);
    expect(JSON.stringify(file)).not.toContain('Somebody Else');
  });

  it('shows the interventions that stand, also where the one corrected is gone', () => {
    expect(fileOf().interventions).toEqual([dangling, right]);
  });

  it('leaves notes and concerns out, and the captures that only they rest on, unless asked', () => {
    const file = fileOf();
    expect(file).not.toHaveProperty('notes');
    expect(file).not.toHaveProperty('concerns');
    expect(JSON.stringify(file)).not.toContain(note.text);
    expect(JSON.stringify(file)).not.toContain(concern.what);
    expect(file.sources).toEqual([capture]);
    const all = fileOf({ include: { notes: true, concerns: true } });
    expect(all.notes).toEqual([note]);
    expect(all.concerns).toEqual([concern]);
    expect(all.sources).toHaveLength(2);
  });

  it('names who captured, where that is known', () => {
    const nameOf = (id: RecordId) => (id === officer ? 'A. Officer' : undefined);
    expect(fileOf({ nameOf }).sources).toEqual([{ ...capture, capturedBy: 'A. Officer' }]);
  });

  it('is an issue for a subject that is not held', () => {
    expect(caseFile(records, buildId(), options)).toMatchObject({
      ok: false,
      issues: [{ code: 'subject-unknown' }],
    });
  });
});

describe('timeline', () => {
  const own = records.filter(({ value }) => 'subjectId' in value && value.subjectId === subjectId);
  const entries = timeline(own, gatherCodeLists());

  it('tells the days in order, each in a line', () => {
    expect(entries.map(({ on, summary }) => `${on} ${summary}`)).toEqual([
      '2026-01-05 Referral: OLD-1, received',
      '2026-11-10 Hold: Complaint or claim',
      '2026-11-15 Hold: Complaint or claim, lifted',
      '2026-11-20 Referral: NCCU-TEST-0001, received',
      expect.stringMatching(/^2026-11-20 Intervention: One-to-one .*, 45 minutes \(corrects/),
      expect.stringMatching(/^2026-11-21 Intervention: One-to-one .*, 45 minutes \(corrects/),
      '2026-11-22 Hold: Complaint or claim',
      '2026-11-24 Identifier: RowanV_Test (Discord), noted',
      '2026-11-24 Decision: Accepted',
      '2026-11-24 Intelligence note: [2CP]',
      '2026-11-24 Safeguarding concern: A concern to pass on',
      '2026-11-24 Safeguarding concern: told: Designated safeguarding lead at the school',
    ]);
  });

  it('has a line for an enquiry, an identification, a promise and a refusal, without their words', () => {
    const promise = { madeOn: '2026-11-21', settled: 'not-kept', settledOn: '2026-11-23' } as const;
    const told = timeline(
      [
        stored('enquiry', buildEnquiry({ repliedOn: '2026-11-22' })),
        stored('identification', buildIdentification()),
        stored('promise', buildPromise({ ...promise, whyNotKept: 'Unwell.' })),
        stored('refusal', buildRefusal()),
      ],
      gatherCodeLists(),
    );
    expect(told.map(({ on, summary }) => `${on} ${summary}`)).toEqual([
      '2026-11-20 Enquiry: School, college or university',
      '2026-11-21 Promise: Feedback on a referral or enquiry, to: the referrer',
      '2026-11-22 Enquiry: School, college or university, replied',
      '2026-11-23 Promise: Feedback on a referral or enquiry, to: the referrer, not kept',
      '2026-11-24 Officer identification',
      '2026-11-24 Refusal: Outside the remit: not cyber-dependent crime',
    ]);
  });

  it('does not say what a note or a concern says', () => {
    expect(JSON.stringify(entries)).not.toContain(note.text);
    expect(JSON.stringify(entries)).not.toContain(concern.what);
  });
});

describe('gatherCase', () => {
  it('gives the subject’s records and what they rest on, and logs that they were looked at', async () => {
    const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
    const kept = records.map(({ kind, value, sources }) => ({
      ...newRecord(kind, value),
      sources,
    }));
    await store.commit({ changes: kept, reason: 'referral' });
    const gathered = await gatherCase(store, subjectId, 'report');
    expect(new Set(gathered.map(({ id }) => id))).toEqual(
      new Set(records.slice(0, -2).map(({ id }) => id)),
    );
    const looks = (await store.audit()).filter(({ action }) => action === 'consultation');
    expect(looks).toMatchObject([{ reason: 'report', records: gathered.map(({ id }) => id) }]);

    const few = await gatherCase(store, subjectId, 'report', ['referral']);
    expect(new Set(few.map(({ kind }) => kind))).toEqual(
      new Set(['subject', 'referral', 'referrer', 'sourceCapture']),
    );
  });

  it('gives nothing, and logs nothing, for a subject that is not held', async () => {
    const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
    expect(await gatherCase(store, subjectId, 'report')).toEqual([]);
    expect(await store.audit()).toEqual([]);
  });
});

it('holds of a chronology what the caller chose, and names the record of each line', () => {
  const subject = stored('subject', buildSubject());
  const intervention = stored('intervention', buildIntervention({ subjectId: subject.id }));
  const lists = gatherCodeLists();
  const chosen = timeline([subject, intervention], lists).filter(
    ({ kind }) => kind === 'intervention',
  );
  const options = {
    officer: { name: 'A. Officer', force: '42' },
    preparedOn: '2026-11-24' as PlainDate,
  };
  const file = caseFile([subject, intervention], subject.id, { ...options, chronology: chosen });
  expect(file.ok && file.value.chronology).toMatchObject([
    { on: intervention.value.heldOn, record: intervention.id },
  ]);
  const without = caseFile([subject, intervention], subject.id, options);
  expect(without.ok && without.value).not.toHaveProperty('chronology');
});
