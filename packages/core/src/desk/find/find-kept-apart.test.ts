/** Finding in a real store: what is kept apart, and whatever may be typed. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it, vi } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import {
  buildIntelligenceNote,
  buildIntervention,
  buildRecord,
  buildSafeguardingConcern,
  buildSubject,
} from '../../testing/fiction/builder.js';
import { findUnderTest, lists } from '../../testing/find-under-test.js';
import { findPeople } from './find-people.js';

describe('what is kept apart', () => {
  it('shows no word of a safeguarding concern, and says that one has it', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const subjectId = await subject('Ada Vael');
    const concern = buildSafeguardingConcern({ subjectId, what: 'She fears the lodger Quenby.' });
    const record = await keeps('safeguardingConcern', concern);
    const { found } = await people.find('quenby');
    expect(found.map(({ id, places }) => [id, places])).toEqual([
      [
        subjectId,
        [{ kind: 'safeguardingConcern', record, path: 'what', label: 'What is the concern?' }],
      ],
    ]);
  });

  it('shows nobody who gave something, and says where they are named', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const subjectId = await subject('Ada Vael');
    const record = await keeps(
      'noticeBreach',
      buildRecord('noticeBreach', { subjectId, source: 'Marisol Quenby, a neighbour' }),
    );
    const { found } = await people.find('quenby');
    expect(found.map(({ id }) => id)).toEqual([subjectId]);
    expect(found[0]?.places.map(({ record: of, path, text }) => [of, path, text])).toEqual([
      [record, 'source', undefined],
    ]);
  });

  it('finds no word of a sealed rating', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const subjectId = await subject('Ada Vael');
    const answers = [{ item: 'quadcopter', answer: 'quadcopter' }];
    await keeps('sealedRating', buildRecord('sealedRating', { subjectId, answers }));
    await keeps('rating', buildRecord('rating', { subjectId, answers }));
    expect(await ids('quadcopter')).toEqual([]);
  });

  it('finds the words of a graded note and of a stop card, and shows none of them', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const subjectId = await subject('Ada Vael');
    await keeps('intelligenceNote', buildIntelligenceNote({ subjectId, text: 'A quadcopter.' }));
    await keeps(
      'stopCard',
      buildRecord('stopCard', { subjectId, words: 'I crashed the quadcopter.' }),
    );
    const { found } = await people.find('quadcopter crashed');
    expect(found).toMatchObject([{ places: [{ kind: 'stopCard', label: 'The exact words' }] }]);
    expect(JSON.stringify(await people.find('quadcopter'))).not.toMatch(/A quadcopter|crashed/);
  });

  it('finds nobody whose record is closed, and nothing of a record that is', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const [ada, ivo] = [await subject('Ada Vael'), await subject('Ivo Vael')];
    const note = await keeps('intervention', buildIntervention({ subjectId: ivo, note: 'Bees.' }));
    expect(await ids('vael', new Set([ada]))).toEqual([ivo]);
    expect(await ids('bees', new Set([note]))).toEqual([]);
  });

  it('does not say that there are more people where the others are closed', async () => {
    const { people, subject } = await findUnderTest();
    const closed = new Set<RecordId>();
    for (let nth = 0; nth < 70; nth += 1) closed.add(await subject('Ada Vael'));
    const open = await subject('Ada Vael');
    const { found, hasMore } = await people.find('ada', { without: closed });
    expect([found.map(({ id }) => id), hasMore]).toEqual([[open], false]);
  });

  it('has nothing of a person in its index once they were disposed of', async () => {
    const { store, keeps } = await findUnderTest();
    const asked: RecordId[] = [];
    const get: typeof store.get = (kind, id) => {
      asked.push(id);
      return store.get(kind, id);
    };
    const source = { get, query: store.query.bind(store), subscribe: store.subscribe.bind(store) };
    const { find } = findPeople(source, { lists });
    const ada = await keeps('subject', buildSubject({ name: 'Ada Vael' }));
    await find('ada');
    await store.dispose([ada], 'retention');
    asked.length = 0;
    await find('ada');
    expect(asked).not.toContain(ada);
  });

  it('leaves no word of a person in memory once they were disposed of, though nobody searches again', async () => {
    const cleared = vi.spyOn(MiniSearch.prototype, 'vacuum');
    const { people, store, keeps } = await findUnderTest();
    const ada = await keeps('subject', buildSubject({ name: 'Ada Vael' }));
    await people.find('ada');
    cleared.mockClear();
    await store.dispose([ada], 'retention');
    await vi.waitFor(() => expect(cleared).toHaveBeenCalledOnce(), 60_000);
    cleared.mockRestore();
  });

  it('finds nothing of what was disposed of or withdrawn, nor a record whose person is gone', async () => {
    const { ids, store, keeps, sets, subject } = await findUnderTest();
    const [ada, ivo] = [await subject('Ada Vael'), await subject('Ivo Quill')];
    const note = await keeps('intervention', buildIntervention({ subjectId: ada, note: 'Bees.' }));
    await keeps('intervention', buildIntervention({ subjectId: ivo, note: 'Wasps.' }));
    expect(await ids('bees')).toEqual([ada]);
    await sets('intervention', note, {}, true);
    expect(await ids('bees')).toEqual([]);
    await store.dispose([ivo], 'retention');
    expect([await ids('quill'), await ids('wasps')]).toEqual([[], []]);
  });

  it('finds no id, digest or version that the toolkit has set', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const subjectId = await subject('Ada Vael');
    await keeps('writeBack', buildRecord('writeBack', { subjectId, system: 'Quadcopter' }));
    expect(await ids('quadcopter')).toEqual([]);
    expect(await ids(subjectId)).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const HOSTILE = [
    '',
    ' ',
    'a',
    'ä',
    '.*',
    '^(a+)+$',
    '\\',
    '"',
    '[',
    '*'.repeat(10_000),
    'a'.repeat(10_000),
    'ada '.repeat(2_500),
    '7'.repeat(10_000),
    'A\u200bda',
    '\u202eadA',
    '\ud800',
    '\u0000',
    'عمر',
    'Олександр',
    '李雷',
    '__proto__',
    'constructor',
    'toString',
    '~kl',
    '#2010--',
  ];

  it('answers, and does not throw', async () => {
    const { people, subject } = await findUnderTest();
    await subject('Ada Vael');
    for (const words of HOSTILE) expect(await people.find(words)).toHaveProperty('found');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (words) => {
        expect((await people.find(words)).found.length).toBeLessThan(2);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a person of any name by that name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        async (name) => {
          const { ids, subject } = await findUnderTest();
          await subject('Wren Quill');
          const id = await subject(`x ${name}`).catch(() => undefined);
          if (id) expect((await ids(`x ${name}`))[0]).toBe(id);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('overlooks marks that nobody can see, accents and capitals', async () => {
    const { ids, subject } = await findUnderTest();
    const id = await subject('Zoë O’Shea');
    for (const words of ['zoe', 'ZOË', 'z\u200boe', 'o\u2060shea', "o'shea", 'oshea'])
      expect(await ids(words)).toEqual([id]);
  });
});
