/** A notice first asks whether it is appropriate at all; a stop card keeps the exact words; one form makes one save. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { timeline } from '../../desk/case/timeline.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord, undoSave } from '../../store/index.js';
import {
  buildId,
  buildRecord,
  buildSubject,
  newRecord,
  type Overrides,
} from '../../testing/fiction/builder.js';
import { GIVEN_NOTICE as notice } from '../../testing/fiction/given-notice.js';
import { testHost, testSigner } from '../../testing/host.js';
import { together } from '../act/together.js';
import { makePromise } from '../intake/promise.js';
import { workingCalendar } from '../rules/calendar.js';
import { logIntervention } from './log-intervention.js';
import { noteBreach, serveNotice, tellOfBreach } from './serve-notice.js';
import { completeStopCard, openStopCard } from './stop-card.js';

const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;
const context = { host: testHost({ at }), lists: gatherCodeLists() };

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', {});
const codes = ({ issues }: Result<unknown>) => issues.map(({ code }) => code);
const words = ({ issues }: Result<unknown>) => issues.map(({ message }) => message);

describe('a cease and desist notice', () => {
  it('is served today, with no more than was said', () => {
    const served = serveNotice(notice, { ...context, subject });
    expect(served.ok && served.value.commit.changes[0]?.set).toMatchObject({ servedOn: today });
    expect(codes(served)).toEqual([]);
  });

  it('is no way round an investigation: with grounds, the officer in the case agrees first', () => {
    const grounds = serveNotice({ ...notice, grounds: 'yes' }, { ...context, subject });
    expect(codes(grounds)).toEqual(['grounds-stand']);
    const unknown = serveNotice({ ...notice, grounds: 'not-known' }, { ...context, subject });
    expect(codes(unknown)).toEqual(['grounds-not-known']);
    const agreed = { ...notice, grounds: 'yes', officerInCase: 'DC 2218 Tamsin Okoro' };
    expect(serveNotice(agreed, { ...context, subject }).ok).toBe(true);
  });

  it('has the title and version of the text whose words are kept, and no other', () => {
    const { notice: _, noticeVersion: __, ...rest } = notice;
    const ours = { ...rest, noticeText: 'toolkit-1' };
    const served = serveNotice(ours, { ...context, subject });
    expect(served.ok && served.value.commit.changes[0]?.set).toMatchObject({
      noticeText: 'toolkit-1',
      notice: 'Cease and desist notice',
      noticeVersion: 'Cyber Prevent Toolkit 1',
    });
    const asOurs = { ...notice, noticeText: 'toolkit-1' };
    expect(codes(serveNotice(asOurs, { ...context, subject }))).toEqual(['notice-other-text']);
    const another = { ...notice, noticeText: 'another' };
    expect(serveNotice(another, { ...context, subject }).ok).toBe(true);
    const unnamed = serveNotice({ ...rest, noticeText: 'another' }, { ...context, subject });
    expect(unnamed.issues.map(({ at }) => at)).toEqual(['notice', 'noticeVersion']);
  });

  it('keeps the paper of the force with the record, and refuses a paper that the force has not set', () => {
    const { notice: _, noticeVersion: __, ...rest } = notice;
    const own = { title: 'Form 12', version: '7', words: 'Stop.' };
    const forceNotice = { letterhead: 'Nowhereshire Police', contact: '07700 900100', own };
    const serves = (noticeText: string, more: object = {}) => {
      const served = serveNotice(
        { ...rest, noticeText, ...more },
        { ...context, subject, forceNotice },
      );
      return served.ok ? served.value.commit.changes[0]?.set : served.issues;
    };
    const kept = { noticeFrom: 'Nowhereshire Police', noticeContact: '07700 900100' };
    expect(serves('force')).toMatchObject({
      ...kept,
      notice: 'Form 12',
      noticeVersion: '7',
      noticeWords: 'Stop.',
    });
    expect(serves('toolkit-2')).toMatchObject({
      ...kept,
      noticeVersion: 'Cyber Prevent Toolkit 2',
    });
    expect(serves('toolkit-2')).not.toHaveProperty('noticeWords');
    expect(serves('toolkit-2', { noticeContact: '01632 960001' })).toMatchObject({
      noticeContact: '01632 960001',
    });
    // The first version has neither letterhead nor number, and keeps none.
    expect(serves('toolkit-1')).not.toHaveProperty('noticeFrom');
    const none = serveNotice({ ...rest, noticeText: 'force' }, { ...context, subject });
    expect(codes(none)).toEqual(['notice-force-none']);
  });

  it('is never served on a child under ten, counted to the day', () => {
    const born = (bornOn: string | undefined) =>
      codes(serveNotice(notice, { ...context, subject: held('subject', { bornOn }) }));
    expect(born('2016-11-25')).toEqual(['under-ten']);
    expect(born('2016-11-24')).toEqual([]);
    expect(born(undefined)).toEqual(['age-not-known']);
  });

  it('is not served while one of several dates of birth would make the child under ten', () => {
    const alsoRecorded = [{ what: 'bornOn', date: '2017-01-02', notedOn: '2026-11-20' }];
    const subject = held('subject', { bornOn: '2011-01-02', alsoRecorded });
    expect(codes(serveNotice(notice, { ...context, subject }))).toEqual(['under-ten']);
  });

  it('keeps the appropriate adult apart from whoever came along', () => {
    const both = { adultPresent: 'Marisol Vael', appropriateAdult: 'marisol  VAEL' };
    expect(codes(serveNotice({ ...notice, ...both }, { ...context, subject }))).toEqual([
      'two-roles',
    ]);
  });

  it('says when nothing was explained, and refuses a day to come', () => {
    expect(codes(serveNotice({ ...notice, sections: [] }, { ...context, subject }))).toEqual([
      'nothing-explained',
    ]);
    const ahead = { ...notice, servedOn: '2026-11-25' as PlainDate };
    expect(codes(serveNotice(ahead, { ...context, subject }))).toEqual(['date-in-future']);
  });
});

describe('a breach of a notice', () => {
  const notice = held('ceaseAndDesist', { servedOn: '2026-11-10' });
  const breach = {
    what: 'A new offer on the forum.',
    source: 'Seen on an open page',
    statement: 'fact',
  };
  const due = (record: StoredRecord) =>
    diary([record], { today, calendar: workingCalendar(), lists: context.lists }).entries.map(
      ({ act }) => act,
    );

  it('is due to be told until somebody was', () => {
    expect(noteBreach(breach, { ...context, notice }).ok).toBe(true);
    const noted = held('noticeBreach', { notedOn: today });
    expect(due(noted)).toEqual(['tell-of-breach']);
    expect(words(tellOfBreach(noted, {}, context))).toEqual(['Enter who was told']);
    expect(tellOfBreach(noted, { toldWhom: 'DC 2218 Tamsin Okoro' }, context).ok).toBe(true);
    expect(due(held('noticeBreach', { toldOn: today, toldWhom: 'DC 2218' }))).toEqual([]);
  });

  it('cannot have happened before the notice was served', () => {
    const early = { ...breach, happenedOn: '2026-11-09' as PlainDate };
    expect(words(noteBreach(early, { ...context, notice }))).toEqual([
      'This must be on or after the date on which the notice was served, 10 November 2026',
    ]);
    expect(codes(noteBreach(breach, { ...context, notice: undefined }))).toEqual([
      'notice-unknown',
    ]);
  });
});

describe('a stop card', () => {
  const card = {
    saidBy: 'subject',
    saidAt: at,
    where: 'visit',
    words: 'It was only a test.',
    readBack: 'agreed',
  };

  it.each([undefined, '', 'this morning'])(
    'is never given a moment that nobody gave, and asks for it: %s',
    (saidAt) => {
      const opened = openStopCard({ ...card, saidAt } as typeof card, { ...context, subject });
      expect(opened).toMatchObject({ ok: false, issues: [{ at: 'saidAt' }] });
    },
  );

  it.each(['another', 'not-known', undefined, ''])(
    'keeps nobody else’s words as the young person’s, and asks nothing further: %s',
    (saidBy) => {
      const of = { ...card, saidBy, saidAt: undefined } as unknown as typeof card;
      expect(openStopCard(of, { ...context, subject })).toMatchObject({
        ok: false,
        issues: [{ at: 'saidBy' }],
      });
    },
  );

  it('needs the words alone, and stays due until crime and officer are accounted for', () => {
    const opened = openStopCard(card, { ...context, subject });
    expect(opened.ok && opened.value.commit.changes[0]?.set).toHaveProperty('saidAt');
    expect(codes(opened)).toEqual(['still-to-do']);
    const of = (more: Overrides<'stopCard'>) =>
      diary([held('stopCard', more)], {
        today,
        calendar: workingCalendar(),
        lists: context.lists,
      }).entries.map(({ why }) => why);
    expect(of({ crimeRecorded: 'no-crime' })).toEqual([
      'A stop card was opened on 24 November 2026. No officer in the case is recorded as told.',
    ]);
    expect(of({ crimeRecorded: 'no-crime', officerInCase: 'DC 2218', toldOn: today })).toEqual([]);
  });

  it('asks for the reference of a crime that is recorded, and when the officer was told', () => {
    const recorded = { ...card, crimeRecorded: 'recorded', officerInCase: 'DC 2218' };
    expect(words(openStopCard(recorded, { ...context, subject }))).toEqual([
      'Enter the crime reference',
      'Enter when the officer in the case was told',
    ]);
  });

  it('stays as it was first written, in any store', async () => {
    const host = testHost({ at });
    const store = await createMemoryStore({ host, signer: testSigner() });
    const person = buildSubject();
    await store.commit({ changes: [newRecord('subject', person)], reason: 'case-work' });
    const task = { ...context, host };
    const opened = openStopCard(card, { ...task, subject: await store.get('subject', person.id) });
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    await store.commit(opened.value.commit);
    const kept = await store.get('stopCard', opened.value.id);
    if (!kept) throw new Error('not held');
    const fit = { words: 'It was only a joke.' };
    expect(codes(completeStopCard(kept, fit as object, task))).toEqual(['kept-as-written']);
    const altered = {
      changes: [{ kind: 'stopCard' as const, record: kept.id, parents: kept.heads, set: fit }],
      reason: 'correction',
    };
    await expect(store.commit(altered)).rejects.toMatchObject({ code: /^CP_/ });
    const added = completeStopCard(kept, { crimeRecorded: 'no-crime' }, task);
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
    await store.commit(added.value.commit);
    expect((await store.get('stopCard', kept.id))?.value).toMatchObject({
      ...card,
      crimeRecorded: 'no-crime',
    });
  });
});

it('keeps one action as one save, whose undoing leaves no trace', async () => {
  const lists = context.lists;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.boolean(), async (count, promises) => {
      const host = testHost({ at });
      const store = await createMemoryStore({ host, signer: testSigner() });
      const people = Array.from({ length: count }, () => buildSubject());
      await store.commit({
        changes: people.map((person) => newRecord('subject', person)),
        reason: 'case-work',
      });
      const everything = async () => {
        const kinds = ['subject', 'intervention', 'promise'] as const;
        const all = (await Promise.all(kinds.map((kind) => store.query(kind)))).flat();
        const records = all as readonly StoredRecord[];
        const calendar = workingCalendar();
        return {
          records: records.map(({ kind, id, value }) => ({ kind, id, value })),
          due: diary(records, { today, calendar, lists }).entries,
          told: timeline(records, lists),
        };
      };
      const before = await everything();
      const task = { ...context, host };
      const acts = await Promise.all(
        people.map(async ({ id, name }) => ({
          of: name,
          act: logIntervention(
            {
              subjectId: id,
              kind: 'workshop',
              heldOn: today,
              mode: 'in-person',
              minutes: 60,
              outcome: 'engaged',
              followUpDueOn: today,
            },
            { ...task, subject: await store.get('subject', id) },
          ),
        })),
      );
      const first = people[0];
      const on = first && (await store.get('subject', first.id));
      const promise = {
        of: 'For the school',
        act: makePromise({ kind: 'feedback', to: 'referrer', dueOn: today }, { ...task, on }),
      };
      const made = together(promises ? [...acts, promise] : acts, 'case-work');
      if (!made.ok) throw new Error(JSON.stringify(made.issues));
      const { seq } = await store.commit(made.value.commit);
      expect((await everything()).records).toHaveLength(
        before.records.length + count + (promises ? 1 : 0),
      );
      const back = await undoSave(store, seq);
      if (!back.ok) throw new Error(JSON.stringify(back.issues));
      await store.commit(back.value);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

it('makes nothing of one action where one part of it is wrong, and says which part', () => {
  const wrong = logIntervention({ subjectId: subject.id }, { ...context, subject });
  const right = openStopCard(
    {
      saidAt: at,
      where: 'visit',
      words: 'Only a test.',
      readBack: 'agreed',
    },
    { ...context, subject },
  );
  const made = together(
    [
      { of: 'Stop card', act: right },
      { of: 'Rowan Vael', act: wrong },
    ],
    'case-work',
  );
  expect(made.ok).toBe(false);
  expect(made.issues.every(({ at: place }) => /^acts\.[01]\./.test(place ?? ''))).toBe(true);
  expect(words(made)).toContain('Rowan Vael: Select the kind of intervention');
  expect(codes(together([], 'case-work'))).toEqual(['nothing-to-save']);
});
