/** A second value of a person is removed, or becomes the recorded one; nothing else about them changes. */
import { describe, expect, it } from 'vitest';
import type { DifferingValue } from '../../record/subject.js';
import { undoSave } from '../../store/index.js';
import { caseUnderTest, saysOf, TOLD } from '../../testing/case-under-test.js';
import { filingDesk, foundIn, passedValue } from '../../testing/filed-under-test.js';
import { alikeIssues } from './alike-law.js';
import { dropAlsoRecorded, recordInstead } from './also-recorded.js';

const BORN = '2013-03-14';
const SECOND = '2011-09-02';

/** Somebody with two dates of birth and two sexes recorded, each read from a page. */
async function twice() {
  const { store, files } = await filingDesk();
  const page = { 'subject.name': ['Tobias Wren'], 'referral.receivedOn': ['19/11/2026'] };
  const first = { 'subject.bornOn': ['14/03/2013'], 'subject.sexRecorded': ['Male'] };
  const other = { 'subject.bornOn': ['02/09/2011'], 'subject.sexRecorded': ['M'] };
  const { subject: id } = await files({ ...page, ...first });
  await files(
    { ...page, ...other },
    { addTo: id, beside: ['subject.bornOn', 'subject.sexRecorded'] },
  );
  const { context } = await caseUnderTest();
  const subject = async () => foundIn(await store.get('subject', id));
  const entry = async (what: DifferingValue['what']) =>
    foundIn((await subject()).value.alsoRecorded?.find((each) => each.what === what));
  return {
    store,
    files,
    subject,
    entry,
    on: async () => ({ ...context, subject: await subject() }),
  };
}

describe('a date of birth that is recorded differently elsewhere', () => {
  it('is removed with its reason and who said so, and the history keeps it', async () => {
    const { store, subject, entry, on } = await twice();
    const before = await subject();
    const why = 'It is his brother’s.';
    const act = dropAlsoRecorded({ entry: await entry('bornOn'), why, ...TOLD }, await on());
    const { seq } = await store.commit(passedValue(act).commit);
    const { value, sources } = await subject();
    expect(value).toMatchObject({
      bornOn: BORN,
      alsoRecorded: [{ what: 'sexRecorded', value: 'M' }],
    });
    expect(value.alsoRecorded).toHaveLength(1);
    expect(sources.bornOn).toEqual(before.sources.bornOn);
    expect(sources['alsoRecorded[0].value']).toMatchObject([{ verbatim: 'M' }]);
    expect(sources.alsoRecorded).toMatchObject([{ label: 'Why it is not correct', verbatim: why }]);
    expect(JSON.stringify(sources)).not.toContain('02/09/2011');
    expect(JSON.stringify(await store.history(value.id))).toContain(SECOND);
    await store.commit(passedValue(await undoSave(store, seq)));
    expect((await subject()).value).toEqual(before.value);
    expect((await subject()).sources).toEqual(before.sources);
  });

  it('leaves nothing beside the recorded ones once the last is removed', async () => {
    const { store, subject, entry, on } = await twice();
    for (const what of ['sexRecorded', 'bornOn'] as const) {
      const act = dropAlsoRecorded(
        { entry: await entry(what), why: 'Typed wrong', ...TOLD },
        await on(),
      );
      await store.commit(passedValue(act).commit);
    }
    const { value } = await subject();
    expect(value).toMatchObject({ bornOn: BORN, sexRecorded: 'Male', alsoRecorded: [] });
  });

  it('becomes the recorded one, and the one recorded until now is kept beside it, each with its source', async () => {
    const { store, subject, entry, on } = await twice();
    const before = await subject();
    const act = recordInstead({ entry: await entry('bornOn'), ...TOLD }, await on());
    await store.commit(passedValue(act).commit);
    const { value, sources } = await subject();
    expect(value).toMatchObject({
      bornOn: SECOND,
      alsoRecorded: [
        { what: 'sexRecorded', value: 'M' },
        { what: 'bornOn', date: BORN },
      ],
    });
    expect(value.alsoRecorded).toHaveLength(2);
    expect(sources['alsoRecorded[1].date']).toEqual(before.sources.bornOn);
    expect(sources.bornOn).toMatchObject([{ verbatim: '02/09/2011' }, { verbatim: SECOND }]);
    expect(sources['alsoRecorded[0].value']).toMatchObject([{ verbatim: 'M' }]);
  });

  it('and used is put back by using the other', async () => {
    const { store, subject, entry, on } = await twice();
    for (const _ of [1, 2]) {
      const act = recordInstead({ entry: await entry('bornOn'), ...TOLD }, await on());
      await store.commit(passedValue(act).commit);
    }
    expect((await subject()).value).toMatchObject({ bornOn: BORN });
    expect((await entry('bornOn')).date).toBe(SECOND);
  });

  it('that is no longer there is never taken for the one in its place', async () => {
    const { store, subject, entry, on } = await twice();
    const gone = await entry('bornOn');
    const act = dropAlsoRecorded({ entry: gone, why: 'Typed wrong', ...TOLD }, await on());
    await store.commit(passedValue(act).commit);
    const again = await on();
    expect(saysOf(recordInstead({ entry: gone, ...TOLD }, again))).toEqual(['detail-gone']);
    const drop = dropAlsoRecorded({ entry: gone, why: 'Typed wrong', ...TOLD }, again);
    expect(saysOf(drop)).toEqual(['detail-gone']);
    expect((await subject()).value.alsoRecorded).toHaveLength(1);
  });

  it('asks for the reason and for who said so', async () => {
    const { entry, on } = await twice();
    const told = { ...TOLD, toldBy: '' };
    const drop = dropAlsoRecorded({ entry: await entry('bornOn'), why: ' ', ...told }, await on());
    expect(saysOf(drop)).toEqual(['missing why', 'missing toldBy']);
    const swap = recordInstead({ entry: await entry('bornOn'), ...told }, await on());
    expect(saysOf(swap)).toEqual(['missing toldBy']);
  });
});

describe('a value that would make the person like somebody else on record', () => {
  async function besideNamesake() {
    const desk = await twice();
    const { subject: namesake } = await desk.files({
      'subject.name': ['Tobias Wren'],
      'subject.bornOn': ['2 September 2011'],
      'referral.receivedOn': ['19 November 2026'],
    });
    const people = async () => (await desk.store.query('subject')).map(({ value }) => value);
    const context = async () => ({ ...(await desk.on()), people: await people() });
    const input = async () => ({ entry: await desk.entry('bornOn'), ...TOLD });
    return { ...desk, namesake, people, context, input };
  }

  it('is recorded instead only once the officer has said that this person is meant', async () => {
    const { store, namesake, context, input, subject } = await besideNamesake();
    expect(recordInstead(await input(), await context())).toMatchObject({
      ok: false,
      issues: [{ code: 'person-in-doubt' }],
    });
    const made = passedValue(recordInstead({ ...(await input()), isMeant: true }, await context()));
    const { id } = await subject();
    expect(made.commit.meant).toEqual([{ subject: id, names: [], born: [], others: [namesake] }]);
    await store.commit(made.commit);
    expect((await subject()).value.bornOn).toBe(SECOND);
    const [logged] = (await store.audit()).filter(({ doubts }) => doubts).slice(-1);
    expect(logged).toMatchObject({ records: [id], doubts: ['another-matches'] });
  });

  it('is refused in a raw commit without an answer that names both, and its undo is not', async () => {
    const { store, namesake, people, context, input, subject } = await besideNamesake();
    const { commit } = passedValue(
      recordInstead({ ...(await input()), isMeant: true }, await context()),
    );
    const refused = [expect.objectContaining({ code: 'person-in-doubt' })];
    const { meant: _, ...raw } = commit;
    const { id } = await subject();
    const another = { subject: namesake, names: [], born: [], others: [id] };
    expect(await alikeIssues(raw, store, people)).toEqual(refused);
    expect(await alikeIssues({ ...commit, meant: [another] }, store, people)).toEqual(refused);
    expect(await alikeIssues(commit, store, people)).toEqual([]);
    const { seq } = await store.commit(commit);
    const back = await store.commit(passedValue(await undoSave(store, seq)));
    const again = passedValue(await undoSave(store, back.seq));
    expect(await alikeIssues(again, store, people)).toEqual([]);
  });
});
