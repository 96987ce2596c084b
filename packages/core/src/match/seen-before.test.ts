/** Seen before? In a real store: the people found, the entry logged first, and the answers saved. */
import { describe, expect, it } from 'vitest';
import type { DraftRow } from '../capture/draft.js';
import { fileReferral } from '../casework/intake/file-referral.js';
import { gatherCodeLists } from '../codes/index.js';
import { draftOfFields } from '../review/draft-of-fields.js';
import type { FieldValues } from '../review/field-values.js';
import { defaultGates } from '../review/gates.js';
import type { Result } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import { buildComparison, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { draftPerson } from './draft-person.js';
import { originKey, type SeenAnswer, seenBefore } from './seen-before.js';

const LEAVE = { kind: 'leave' } as const;
const PAGE = {
  way: 'page',
  system: 'Practice',
  title: 'Referral',
  dates: { 'subject.bornOn': 'day-first' },
} as const;

const ADA: FieldValues = {
  'subject.name': ['Ada Vael'],
  'subject.bornOn': ['02/05/2010'],
  'subject.address': ['7 Sample Row, Testford'],
  'subject.onlineIdentifiers[].asSeen': ['Discord: adaV'],
  'referral.reference': ['NCCU-TEST-0417'],
};
const IVO: FieldValues = {
  'subject.name': ['Ivo Vael'],
  'subject.bornOn': ['02/05/2010'],
  'subject.address': ['7 Sample Row, Testford'],
};

async function opened() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const seen = seenBefore(store);
  const gates = must(defaultGates('force', 'part3'));
  const context = {
    gates,
    host,
    lists: gatherCodeLists(),
    officer: { regime: 'part3', practice: false },
  } as const;
  const draftOf = (values: FieldValues) => draftOfFields(values, PAGE, host);
  const look = (values: FieldValues): Promise<SeenAnswer> =>
    seen.look(draftPerson(draftOf(values)), store.consult.bind(store), 'referral');
  const files = async (
    values: FieldValues,
    compared: readonly { other: RecordId; answer: string }[] = [],
  ): Promise<RecordId> => {
    const { commit, ids } = must(fileReferral(draftOf(values), { ...context, compared }));
    await store.commit(commit);
    return ids.subject;
  };
  const consulted = async () =>
    (await store.audit()).filter(({ action }) => action === 'consultation');
  return { host, store, seen, look, files, consulted };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}
const idsOf = (people: SeenAnswer['people']) => people.map(({ person }) => person);

describe('seen before?', () => {
  it('gives who is held with what each side says and where it was read', async () => {
    const { look, files } = await opened();
    const ada = await files(ADA);
    const { people, origins } = await look({ ...ADA, 'subject.bornOn': ['02/05/2011'] });
    expect(people).toMatchObject([
      { person: ada, name: 'Ada Vael', bornOn: '2010-05-02', strength: 'strong' },
    ]);
    const born = people[0]?.against.find(({ kind }) => kind === 'birth-date')?.said;
    expect(born).toMatchObject({ found: { text: '2011-05-02' }, held: { text: '2010-05-02' } });
    expect(born && origins[originKey(born.held)]).toMatchObject([{ system: 'Practice' }]);
    expect(people[0]?.reasons.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['reference', 'handle', 'name']),
    );
  });

  it('logs the look before it answers, and gives nothing when it cannot', async () => {
    const { look, files, store, seen, consulted } = await opened();
    const ada = await files(ADA);
    await look(ADA);
    const [entry] = await consulted();
    expect(entry).toMatchObject({ reason: 'referral' });
    expect(entry?.records).toContain(ada);
    const refusing = async () => {
      throw new Error('no log');
    };
    const sought = { values: [{ kind: 'reference', text: 'NCCU-TEST-0417' }] } as const;
    await expect(seen.look(sought, refusing, 'referral')).rejects.toThrow('no log');
    expect(await store.query('subject')).toHaveLength(1);
  });

  describe('for one piece of work', () => {
    const WORK = '00000000-0000-4000-8000-00000000d4af' as RecordId;
    const OTHER = '00000000-0000-4000-8000-00000000d4b0' as RecordId;
    async function looked() {
      const all = await opened();
      const ada = await all.files(ADA);
      const { seen, store } = all;
      const lookIn = (work: RecordId | undefined, reason = 'referral') =>
        seen.look(
          {
            values: [{ kind: 'reference', text: 'NCCU-TEST-0417' }],
            ...(work ? { work } : {}),
          },
          store.consult.bind(store),
          reason,
        );
      const first = await lookIn(WORK);
      return { ...all, ada, lookIn, first };
    }

    it('logs a person once, and gives the same answer again', async () => {
      const { lookIn, first, consulted } = await looked();
      expect(await lookIn(WORK)).toEqual(first);
      expect(await consulted()).toHaveLength(1);
    });

    it('logs a person again in other work, for another reason, and without work', async () => {
      const { lookIn, consulted } = await looked();
      const counts: number[] = [];
      for (const again of [
        () => lookIn(OTHER),
        () => lookIn(WORK, 'identification'),
        () => lookIn(undefined),
        () => lookIn(undefined),
      ]) {
        await again();
        counts.push((await consulted()).length);
      }
      expect(counts).toEqual([2, 3, 4, 5]);
    });

    it('logs what has changed since, and nothing else', async () => {
      const { ada, lookIn, consulted, store } = await looked();
      const held = await store.get('subject', ada);
      if (!held) throw new Error('no subject');
      const set = { phones: ['+447700900777'] } as never;
      const changes = [{ kind: 'subject', record: ada, parents: held.heads, set } as const];
      await store.commit({ changes, reason: 'case-work' });
      await lookIn(WORK);
      expect((await consulted()).map(({ records }) => records)[1]).toEqual([ada]);
    });

    it('logs somebody who is found only now', async () => {
      const { files, lookIn, consulted } = await looked();
      const ivo = await files({ ...IVO, 'referral.reference': ['NCCU-TEST-0417'] });
      expect(idsOf((await lookIn(WORK)).people)).toContain(ivo);
      const [, second] = await consulted();
      expect(second?.records).toContain(ivo);
    });

    it('does not take a look that could not be logged for one that was', async () => {
      const { ada, files, lookIn, seen, store, consulted } = await looked();
      await files({ ...IVO, 'referral.reference': ['NCCU-TEST-0417'] });
      const sought = {
        values: [{ kind: 'reference', text: 'NCCU-TEST-0417' }],
        work: OTHER,
      } as const;
      const refusing = async () => {
        throw new Error('no log');
      };
      await expect(seen.look(sought, refusing, 'referral')).rejects.toThrow('no log');
      await lookIn(OTHER);
      expect((await consulted())[1]?.records).toContain(ada);
      expect(await store.query('subject')).toHaveLength(2);
    });
  });

  it('logs nothing when nobody is like them', async () => {
    const { look, files, consulted } = await opened();
    await files(ADA);
    const { people } = await look({ 'subject.name': ['Imogen Thackeray'] });
    expect(people).toEqual([]);
    expect(await consulted()).toEqual([]);
  });

  it('compares names, dates of birth and identifiers that are left, as the page says them all the same', async () => {
    const { files, store, seen, host } = await opened();
    const ada = await files(ADA);
    const draft = draftOfFields(ADA, PAGE, host);
    const left = { ...draft, rows: draft.rows.map((row) => ({ ...row, decision: LEAVE })) };
    const person = draftPerson(left);
    expect(person.values.map(({ kind }) => kind).toSorted()).toEqual([
      'bornOn',
      'handle',
      'name',
      'reference',
    ]);
    const { people } = await seen.look(person, store.consult.bind(store), 'referral');
    expect(idsOf(people)).toEqual([ada]);
  });

  it('compares both days of a date that can be two', async () => {
    const { host } = await opened();
    const draft = draftOfFields(ADA, { ...PAGE, dates: { 'subject.bornOn': 'both' } }, host);
    const born = draftPerson(draft).values.filter(({ kind }) => kind === 'bornOn');
    expect(born.map(({ text }) => text)).toEqual(['2010-05-02', '2010-02-05']);
  });

  it('compares nothing that is masked, that the officer rejected, or that is of somebody else', async () => {
    const { files, host } = await opened();
    await files(ADA);
    const draft = draftOfFields(ADA, PAGE, host);
    const changed = (change: Partial<DraftRow>) =>
      draftPerson({ ...draft, rows: draft.rows.map((row) => ({ ...row, ...change })) });
    const rejected = { decision: LEAVE, decidedBy: 'officer', started: 'take' } as const;
    const listed = { decision: LEAVE, listed: { list: 'a', row: '1', starts: 'take' } } as const;
    for (const change of [{ decision: { kind: 'mask' } } as const, rejected, listed])
      expect(changed(change).values).toEqual([]);
  });

  it('keeps twins two: offered with what tells them apart, and not again once they were told apart', async () => {
    const { look, files } = await opened();
    const ada = await files(ADA);
    const first = await look(IVO);
    expect(first.people).toMatchObject([{ person: ada, against: [{ kind: 'forename' }] }]);
    const ivo = await files(IVO, [{ other: ada, answer: 'not-same' }]);
    const again = await look(IVO);
    expect(idsOf(again.people)).toEqual([ivo]);
    expect(again.apart).toMatchObject([
      { person: ada, earlier: { answer: 'not-same', comparedOn: '2026-11-24', other: ivo } },
    ]);
    const other = await look(ADA);
    expect(idsOf(other.people)).toEqual([ada]);
    expect(idsOf(other.apart)).toEqual([ivo]);
  });

  it('offers first whoever has the very name and date of birth, though somebody else bears that date too', async () => {
    const { look, files, store } = await opened();
    const NAMESAKE: FieldValues = { 'subject.name': ['Ada Vael'] };
    const younger = await files({ ...NAMESAKE, 'subject.bornOn': ['14/03/2013'] });
    const elder = await files({ ...NAMESAKE, 'subject.bornOn': ['02/09/2011'] }, [
      { other: younger, answer: 'not-same' },
    ]);
    const held = await store.get('subject', younger);
    if (!held) throw new Error('no subject');
    const also = [{ what: 'bornOn', date: '2011-09-02', notedOn: '2026-11-24' }];
    await store.commit({
      changes: [
        {
          kind: 'subject',
          record: younger,
          parents: held.heads,
          set: { alsoRecorded: also, phones: ['+447700900777'] } as never,
        },
      ],
      reason: 'case-work',
    });
    const { people, apart } = await look({
      ...NAMESAKE,
      'subject.bornOn': ['02/09/2011'],
      'subject.phones[]': ['07700 900777'],
    });
    expect(idsOf(people)).toEqual([elder, younger]);
    expect(people[1]?.earlier).toMatchObject({ answer: 'not-same', other: elder });
    expect(apart).toEqual([]);
  });

  it('folds nobody away for an answer about two people when the person sought is neither', async () => {
    const { look, files } = await opened();
    const ada = await files(ADA);
    const ivo = await files(IVO, [{ other: ada, answer: 'not-same' }]);
    const { people, apart } = await look({ ...ADA, 'subject.bornOn': ['02/05/2011'] });
    expect(idsOf(people)).toEqual(expect.arrayContaining([ada]));
    expect(idsOf(apart)).not.toContain(ivo);
  });

  it('asks again about a pair of whom nobody was sure, and says so', async () => {
    const { look, files } = await opened();
    const ada = await files(ADA);
    const ivo = await files(IVO, [{ other: ada, answer: 'not-sure' }]);
    const { people, apart } = await look(IVO);
    expect(idsOf(people)).toEqual([ivo, ada]);
    expect(people[1]?.earlier).toMatchObject({ answer: 'not-sure', other: ivo });
    expect(apart).toEqual([]);
  });

  it.each([
    ['not-sure', 'not-same'],
    ['not-same', 'not-sure'],
  ])('goes by the latest answer about a pair: %s, then %s', async (...answers) => {
    for (const swapped of [false, true]) {
      const { look, files, store, host } = await opened();
      const ada = await files(ADA);
      const ivo = await files(IVO);
      const pair = swapped ? [ada, ivo] : [ivo, ada];
      for (const [nth, answer] of answers.entries()) {
        const [subjectId, otherId] = nth === 0 ? pair : pair.toReversed();
        const given = { id: host.random.id(), subjectId, otherId, answer };
        const changes = [newRecord('comparison', buildComparison(given))];
        await store.commit({ changes, reason: 'referral' });
      }
      const { people, apart } = await look(IVO);
      const [about] = [...people, ...apart].filter(({ person }) => person === ada);
      expect(about?.earlier?.answer).toBe(answers.at(-1));
    }
  });

  it('knows what was saved, moved, withdrawn and disposed of since it first looked', async () => {
    const { look, files, store } = await opened();
    expect((await look(ADA)).people).toEqual([]);
    const ada = await files(ADA);
    const ivo = await files(IVO);
    expect(idsOf((await look(ADA)).people)).toContain(ada);

    const onlyReference: FieldValues = { 'referral.reference': ['NCCU-TEST-0417'] };
    expect(idsOf((await look(onlyReference)).people)).toEqual([ada]);
    const [referral] = await store.query('referral', { subjectId: ada });
    if (!referral) throw new Error('no referral');
    await store.commit({
      changes: [
        { kind: 'referral', record: referral.id, parents: referral.heads, set: { subjectId: ivo } },
      ],
      reason: 'correction',
    });
    expect(idsOf((await look(onlyReference)).people)).toEqual([ivo]);

    const [handle] = await store.query('onlineIdentifier', { subjectId: ada });
    const onlyHandle: FieldValues = { 'subject.onlineIdentifiers[].asSeen': ['Discord: adav'] };
    expect(idsOf((await look(onlyHandle)).people)).toEqual([ada]);
    if (!handle) throw new Error('no handle');
    await store.commit({
      changes: [
        {
          kind: 'onlineIdentifier',
          record: handle.id,
          parents: handle.heads,
          set: {},
          withdraw: true,
        },
      ],
      reason: 'undo',
    });
    expect((await look(onlyHandle)).people).toEqual([]);

    await store.dispose([ada], 'retention');
    expect(idsOf((await look(ADA)).people)).not.toContain(ada);
  });

  it('forgets everybody when it is stopped', async () => {
    const { files, seen, store } = await opened();
    await files(ADA);
    await seen.ready();
    seen.stop();
    const sought = { values: [{ kind: 'reference', text: 'NCCU-TEST-0417' }] } as const;
    const { people } = await seen.look(sought, store.consult.bind(store), 'referral');
    expect(people).toEqual([]);
  });
});
