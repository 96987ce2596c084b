/** Casework in a real store: every record that an act makes is stored afterwards. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../capture/draft.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordOf } from '../../record/kind.js';
import { defaultGates, draftOfFields, type FieldValues } from '../../review/index.js';
import type { PlainDate, Result } from '../../shared/index.js';
import { createMemoryStore, type RecordStore, type StoredRecord } from '../../store/index.js';
import { testHost, testSigner } from '../../testing/host.js';
import type { CaseCommit } from '../act/context.js';
import { keepNote } from '../contact/keep-note.js';
import { logIntervention } from '../contact/log-intervention.js';
import { decideReferral } from '../intake/decide-referral.js';
import { fileReferral } from '../intake/file-referral.js';
import { moveToSubject } from '../person/move-to-subject.js';
import { liftHold, placeHold } from './hold.js';

const day = (text: string) => text as PlainDate;
const PAGE = { way: 'page', system: 'Practice', title: 'Referral' } as const;
const FIELDS: FieldValues = {
  'subject.name': ['Rowan Vael'],
  'subject.bornOn': ['14/03/2010'],
  'referral.receivedOn': ['20/11/2026'],
  'referral.narrative': ['The booking page was taken down.'],
};

/** A draft whose account is left on purpose: it is not what these tests are about. */
function draftOf(...given: Parameters<typeof draftOfFields>): ReturnType<typeof draftOfFields> {
  return { ...draftOfFields(...given), withoutNarrative: true };
}

/** A store with one filed referral, and the context for an act of casework. */
async function opened() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const context = {
    host,
    lists: gatherCodeLists(),
    gates: gates.value,
    officer: { regime: 'part3', practice: false },
  } as const;
  const draft = draftOf(FIELDS, PAGE, host);
  const filed = value(fileReferral(draft, context));
  await store.commit(filed.commit);
  const subject = found(await store.get('subject', filed.ids.subject));
  const referral = found(await store.get('referral', filed.ids.referral));
  return { host, store, context, draft, filed, subject, referral };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}
function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('not held');
  return record;
}
const at = (result: Result<unknown>) => result.issues.map((issue) => `${issue.code} ${issue.at}`);

async function kept(store: RecordStore, result: Result<CaseCommit>) {
  const { commit, id } = value(result);
  await store.commit(commit);
  return id;
}

describe('fileReferral', () => {
  it('keeps the reviewed draft under its reason, each record with its sources', async () => {
    const { store, subject, referral, filed } = await opened();
    expect(filed.commit.reason).toBe('referral');
    expect(subject.value).toMatchObject({ name: 'Rowan Vael', bornOn: '2010-03-14' });
    expect(subject.sources.name).toMatchObject([{ verbatim: 'Rowan Vael', decision: 'take' }]);
    expect(referral.value).toMatchObject({ subjectId: subject.id, receivedOn: '2026-11-20' });
    expect(referral.value.narrative).toBeUndefined();
    expect((await store.audit()).map(({ action }) => action)).toContain('collection');
  });

  it('keeps what was said of those who looked alike, in the same save', async () => {
    const { store, context, subject, host } = await opened();
    const draft = draftOf({ ...FIELDS, 'subject.name': ['Wren Vael'] }, PAGE, host);
    const compared = [{ other: subject.id, answer: 'not-same', why: 'Twin' }];
    const filed = value(fileReferral(draft, { ...context, compared }));
    await store.commit(filed.commit);
    expect((await store.query('comparison')).map((record) => record.value)).toMatchObject([
      {
        subjectId: filed.ids.subject,
        otherId: subject.id,
        answer: 'not-same',
        comparedOn: '2026-11-24',
        why: 'Twin',
      },
    ]);
    const unknown = [{ other: subject.id, answer: 'perhaps' }];
    expect(at(fileReferral(draft, { ...context, compared: unknown }))).toEqual([
      'code-not-in-force compared',
    ]);
    const added = value(
      fileReferral(draft, { ...context, compared, addTo: subject, replace: ['subject.name'] }),
    );
    expect(added.commit.changes.map(({ kind }) => kind)).not.toContain('comparison');
  });

  it('logs a combination when it adds to a subject, and refuses while a conflict is undecided', async () => {
    const { store, context, subject, host } = await opened();
    const draft = draftOf({ ...FIELDS, 'subject.bornOn': ['15/03/2010'] }, PAGE, host);
    const refused = fileReferral(draft, { ...context, addTo: subject });
    expect(refused).toMatchObject({
      ok: false,
      issues: [{ code: 'differs-from-held', severity: 'error' }],
    });
    const replace = ['subject.bornOn'] as const;
    const filed = value(fileReferral(draft, { ...context, addTo: subject, replace }));
    await store.commit(filed.commit);
    expect(await store.query('referral', { subjectId: subject.id })).toHaveLength(2);
    expect((await store.audit()).filter(({ action }) => action === 'combination')).toMatchObject([
      { records: [subject.id, filed.ids.referral], fields: ['bornOn', 'alsoRecorded'] },
    ]);
  });

  it('refuses a gate whose code is not in use', async () => {
    const { context, draft } = await opened();
    const gates = { ...context.gates, necessity: 'curiosity' };
    expect(at(fileReferral(draft, { ...context, gates }))).toEqual(['code-not-in-force necessity']);
  });
});

describe('logIntervention', () => {
  const entryOn = (subject: StoredRecord<'subject'>) => ({
    subjectId: subject.id,
    kind: 'one-to-one',
    heldOn: day('2026-11-23'),
    mode: 'in-person',
    minutes: 45,
    outcome: 'engaged',
    place: '' as const,
  });

  it('keeps the entry, an empty optional field as absent', async () => {
    const { store, context, subject } = await opened();
    const id = await kept(store, logIntervention(entryOn(subject), { ...context, subject }));
    const held = found(await store.get('intervention', id));
    expect(held.value).toEqual({ id, ...entryOn(subject), place: undefined });
  });

  it('asks for what is missing by its label', async () => {
    const { context, subject } = await opened();
    const entry = { ...entryOn(subject), minutes: undefined, outcome: undefined };
    const result = logIntervention(entry, { ...context, subject });
    expect(result.issues.map(({ message }) => message)).toEqual([
      'Enter the contact time in minutes',
      'Select the outcome',
    ]);
  });

  it('refuses a day to come, a code of another day and a subject that is not there', async () => {
    const { context, subject } = await opened();
    const log = (more: object, known: StoredRecord<'subject'> | undefined = subject) =>
      at(logIntervention({ ...entryOn(subject), ...more }, { ...context, subject: known }));
    expect(log({ heldOn: '2026-11-25' })).toEqual(['date-in-future heldOn']);
    expect(log({ kind: 'arrest' })).toEqual(['code-not-in-force kind']);
    expect(log({ followUpDueOn: '2026-11-22' })).toEqual(['date-out-of-order followUpDueOn']);
    expect(log({ corrects: subject.id })).toEqual(['corrects-unknown corrects']);
    expect(at(logIntervention(entryOn(subject), { ...context, subject: undefined }))).toEqual([
      'subject-unknown subjectId',
    ]);
  });

  it('names every wrong date at once, also where another field is missing', async () => {
    const { context, subject } = await opened();
    const log = (more: object) =>
      at(logIntervention({ ...entryOn(subject), ...more }, { ...context, subject }));
    expect(log({ heldOn: '1899-11-24' })).toEqual(['date-before-birth heldOn']);
    const wrong = { heldOn: '2026-11-25', followUpDueOn: '2026-11-24', minutes: undefined };
    expect(log(wrong)).toEqual([
      'missing minutes',
      'date-in-future heldOn',
      'date-out-of-order followUpDueOn',
    ]);
    expect(log({ heldOn: '2026-11-25', followUpDueOn: '2026-02-31' })).toEqual([
      'invalid followUpDueOn',
      'date-in-future heldOn',
    ]);
  });

  it('asks whether a code was in force on the day of the contact, not today', async () => {
    const { context, subject } = await opened();
    const kinds = found(context.lists.get('intervention-kind'));
    const codes = kinds.codes.map((code) =>
      code.code === 'one-to-one' ? { ...code, to: day('2026-11-23') } : code,
    );
    const lists = new Map([...context.lists, [kinds.id, { ...kinds, codes }]]);
    expect(logIntervention(entryOn(subject), { ...context, lists, subject }).ok).toBe(true);
    const later = { ...entryOn(subject), heldOn: day('2026-11-24') };
    expect(at(logIntervention(later, { ...context, lists, subject }))).toEqual([
      'code-not-in-force kind',
    ]);
  });

  it('lets a later entry correct an earlier one of the same subject', async () => {
    const { store, context, subject } = await opened();
    const first = await kept(store, logIntervention(entryOn(subject), { ...context, subject }));
    const log = await store.query('intervention');
    const entry = { ...entryOn(subject), minutes: 30, corrects: first };
    const result = value(logIntervention(entry, { ...context, subject, log }));
    expect(result.commit.reason).toBe('correction');
  });

  it('is not corrected by an entry that says the same', async () => {
    const { store, context, subject } = await opened();
    const first = await kept(store, logIntervention(entryOn(subject), { ...context, subject }));
    const log = await store.query('intervention');
    const entry = { ...entryOn(subject), corrects: first };
    expect(at(logIntervention(entry, { ...context, subject, log }))).toEqual([
      'nothing-changed undefined',
    ]);
  });

  it('keeps which contact it follows up when it is corrected, since a correction does not ask', async () => {
    const { store, context, subject } = await opened();
    const logs = async (more: object) => {
      const log = await store.query('intervention');
      return kept(
        store,
        logIntervention({ ...entryOn(subject), ...more }, { ...context, subject, log }),
      );
    };
    const first = await logs({ heldOn: '2026-11-20' });
    const second = await logs({ followsUp: first });
    const third = await logs({ minutes: 30, corrects: second });
    expect((await store.get('intervention', third))?.value).toMatchObject({ followsUp: first });
  });

  it('throws when a list that the kind draws from was not handed over', async () => {
    const { context, subject } = await opened();
    const lists = new Map();
    expect(() => logIntervention(entryOn(subject), { ...context, lists, subject })).toThrow(
      'No code list "intervention-kind" was handed over',
    );
  });
});

describe('keepNote', () => {
  const GRADE = { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' };
  const rowIn = (draft: Draft) => ({
    draft,
    rows: draft.rows.filter(({ path }) => path === 'referral.narrative').map(({ id }) => id),
  });

  it('keeps a clip with its grade, its words and its source', async () => {
    const { store, context, subject, draft } = await opened();
    const captures = await store.query('sourceCapture');
    const note = keepNote(
      { subjectId: subject.id, statement: 'reported', grade: GRADE, from: rowIn(draft) },
      { ...context, subject, held: { captures } },
    );
    const held = found(await store.get('intelligenceNote', await kept(store, note)));
    expect(held.value).toMatchObject({
      text: 'The booking page was taken down.',
      grade: GRADE,
      marking: 'OFFICIAL-SENSITIVE',
    });
    expect(held.sources.text).toMatchObject([{ capture: captures[0]?.id, decision: 'take' }]);
    expect(await store.query('sourceCapture')).toHaveLength(1);
  });

  it('marks a clip that the officer worked over as corrected', async () => {
    const { context, draft } = await opened();
    const { commit } = value(
      keepNote(
        { statement: 'reported', grade: GRADE, text: 'A page was taken down.', from: rowIn(draft) },
        context,
      ),
    );
    expect(commit.changes.map(({ kind }) => kind)).toEqual(['sourceCapture', 'intelligenceNote']);
    expect(commit.changes[1]?.sources?.text).toMatchObject([{ decision: 'take-corrected' }]);
  });

  it('keeps typed text on nobody, and asks why what is suspected to be false is', async () => {
    const { store, context } = await opened();
    const grade = { ...GRADE, intelligenceAssessment: 'E' };
    const note = keepNote({ statement: 'reported', grade, text: 'A rumour.' }, context);
    expect(note.issues).toMatchObject([{ code: 'say-why', severity: 'warning' }]);
    const held = found(await store.get('intelligenceNote', await kept(store, note)));
    expect(held.value.subjectId).toBeUndefined();
  });

  it('names the field that is wrong, also inside the grade', async () => {
    const { context, subject } = await opened();
    const note = (more: object) =>
      at(keepNote({ statement: 'fact', grade: GRADE, text: 'Seen.', ...more }, context));
    expect(note({ grade: { ...GRADE, handlingCode: 'C' } })).toContain(
      'invalid grade.handlingAction',
    );
    expect(note({ grade: { ...GRADE, sourceEvaluation: '9' } })).toEqual([
      'code-not-in-force grade.sourceEvaluation',
    ]);
    expect(note({ text: '' })).toEqual(['missing text']);
    expect(note({ subjectId: subject.id })).toEqual(['subject-unknown subjectId']);
    expect(note({ intelligenceOn: '2026-12-01' })).toEqual(['date-in-future intelligenceOn']);
  });
});

describe('decideReferral', () => {
  const decide = (outcome: string) => ({ outcome, reason: 'Within the criteria.' });

  it('keeps the decision and the state that it puts the referral in', async () => {
    const { store, context, referral } = await opened();
    const id = await kept(store, decideReferral(decide('accept'), { ...context, referral }));
    expect((await store.get('decision', id))?.value).toMatchObject({
      subjectId: referral.value.subjectId,
      referralId: referral.id,
      decidedOn: '2026-11-24',
    });
    expect((await store.get('referral', referral.id))?.value.status).toBe('accepted');
  });

  it('leaves the referral as it is while more information is asked for', async () => {
    const { context, referral } = await opened();
    const { commit } = value(decideReferral(decide('more-information'), { ...context, referral }));
    expect(commit.changes.map(({ kind }) => kind)).toEqual(['decision']);
  });

  it('asks for a reason, and for a day on or after the referral', async () => {
    const { context, referral } = await opened();
    const decided = (more: object) =>
      at(decideReferral({ ...decide('decline'), ...more }, { ...context, referral }));
    expect(decided({ reason: undefined })).toEqual(['missing reason']);
    expect(decided({ decidedOn: '2026-11-19' })).toEqual(['date-out-of-order decidedOn']);
    expect(at(decideReferral(decide('accept'), { ...context, referral: undefined }))).toEqual([
      'referral-unknown referralId',
    ]);
  });
});

describe('holds', () => {
  it('stands until an officer lifts it, once', async () => {
    const { store, context, subject } = await opened();
    const hold = { subjectId: subject.id, reason: 'complaint', reviewDueOn: day('2027-05-24') };
    const id = await kept(store, placeHold(hold, { ...context, subject }));
    await expect(store.dispose([subject.id], 'retention')).rejects.toThrow();
    await kept(store, liftHold(found(await store.get('hold', id)), context));
    const lifted = found(await store.get('hold', id));
    expect(lifted.value).toMatchObject({ from: '2026-11-24', liftedOn: '2026-11-24' });
    expect(at(liftHold(lifted, context))).toEqual(['hold-lifted undefined']);
  });

  it('asks for a review after the day it starts', async () => {
    const { context, subject } = await opened();
    const hold = { subjectId: subject.id, reason: 'complaint', reviewDueOn: day('2026-11-24') };
    expect(at(placeHold(hold, { ...context, subject }))).toEqual(['date-out-of-order reviewDueOn']);
  });
});

describe('moveToSubject', () => {
  async function two() {
    const one = await opened();
    const draft = draftOf({ ...FIELDS, 'subject.name': ['Teodor Quell'] }, PAGE, one.host);
    const filed = value(fileReferral(draft, one.context));
    await one.store.commit(filed.commit);
    return { ...one, to: found(await one.store.get('subject', filed.ids.subject)) };
  }

  it('re-links the records and nothing else of them', async () => {
    const { store, referral, to } = await two();
    await store.commit(value(moveToSubject({ records: [referral], to })));
    const moved = found(await store.get('referral', referral.id));
    expect(moved.value).toEqual({ ...referral.value, subjectId: to.id });
    expect(moved.sources).toEqual(referral.sources);
    expect(await store.history(referral.id)).toHaveLength(2);
  });

  it('does not part a referral from its decisions, whichever way', async () => {
    const { store, context, referral, to } = await two();
    const decided = decideReferral({ outcome: 'accept', reason: 'x' }, { ...context, referral });
    const decision = found(await store.get('decision', await kept(store, decided)));
    const current = found(await store.get('referral', referral.id));
    const held = [current, decision];
    for (const record of held)
      expect(at(moveToSubject({ records: [record], to }, held))).toEqual([
        'would-be-parted undefined',
      ]);
    await store.commit(value(moveToSubject({ records: held, to }, held)));
    expect((await store.get('decision', decision.id))?.value.subjectId).toBe(to.id);
  });

  it('moves no subject, and says when nothing would move', async () => {
    const { subject, to, store } = await two();
    expect(at(moveToSubject({ records: [subject], to }))).toEqual(['cannot-move undefined']);
    const own = await store.query('referral', { subjectId: to.id } as Partial<
      RecordOf<'referral'>
    >);
    expect(at(moveToSubject({ records: own, to }))).toEqual(['nothing-moves undefined']);
  });
});
