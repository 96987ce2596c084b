/** Finding in a real store: what is found, where, and how often it is read. */
import { describe, expect, it } from 'vitest';
import {
  buildEnquiry,
  buildIntervention,
  buildOnlineIdentifier,
  buildRecord,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildSafeguardingConcern,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { findUnderTest, lists } from '../../testing/find-under-test.js';
import { findPeople } from './find-people.js';

describe('an answer', () => {
  it('says in which field of which record the words are, and the words around them', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const ada = await subject('Ada Vael');
    const note = `${'Nothing of note. '.repeat(20)}He wants to keep bees. ${'Nothing more. '.repeat(20)}`;
    const contact = await keeps('intervention', buildIntervention({ subjectId: ada, note }));
    const { found } = await people.find('bees');
    expect(found).toMatchObject([
      {
        id: ada,
        kind: 'subject',
        name: 'Ada Vael',
        how: 'whole',
        places: [{ kind: 'intervention', record: contact, path: 'note', label: 'What happened' }],
      },
    ]);
    const text = found[0]?.places[0]?.text ?? '';
    expect(text).toMatch(/^….*He wants to keep bees\. .*…$/);
    expect(text.length).toBeLessThan(160);
  });

  it('gives a person once, whatever number of records has the words', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const ada = await subject('Ada Vael');
    for (const note of ['Bees again.', 'More bees.', 'Bees.'])
      await keeps('intervention', buildIntervention({ subjectId: ada, note }));
    expect(await ids('bees')).toEqual([ada]);
  });

  it('puts whoever has every word before anybody who has one of them better', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const harlow = await subject('Wren Harlow');
    const other = await subject('Ada Vael', {
      schools: [{ name: 'Harlow Bridge', notedOn: '2026-11-24' }],
    });
    await keeps('intervention', buildIntervention({ subjectId: other, note: 'Saw a wren.' }));
    const neither = await subject('Wren Quill');
    expect(await ids('wren harlow')).toEqual([harlow, other, neither]);
    expect((await ids('harlow bridge wren'))[0]).toBe(other);
  });

  it('says of whom a word is as typed, and of whom with a typing error', async () => {
    const { people, subject } = await findUnderTest();
    const [reid, reed] = [
      await subject('Callum Reid', { phones: ['07700 900103'], emails: [] }),
      await subject('Callum Reed', { phones: ['07700 900104'], emails: [] }),
    ];
    const hows = async (words: string) =>
      (await people.find(words)).found.map(({ id, how }) => [id, how]);
    expect(await hows('callum reid')).toEqual([
      [reid, 'whole'],
      [reed, 'near'],
    ]);
    expect(await hows('07700900104')).toEqual([[reed, 'whole']]);
    expect((await hows('07700900109')).map(([, how]) => how)).toEqual(['near', 'near']);
  });

  it('says of whom it is the name, number or handle, and of whom it is in another word on record', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const [tamsin, handled, met, freya] = [
      await subject('Tamsin Okorie', { phones: ['07700 900103'], emails: [] }),
      await subject('Noor Lind', { phones: ['07700 900104'], emails: [] }),
      await subject('Wren Quill', {
        schools: [{ name: 'Tamsin Park School', notedOn: '2026-11-24' }],
        phones: [],
        emails: [],
      }),
      await subject('Freya Kestrelman', { phones: [], emails: [] }),
    ];
    const asSeen = 'kestrel.void';
    await keeps('onlineIdentifier', buildOnlineIdentifier({ subjectId: handled, asSeen }));
    const note = 'DC Tamsin Ward was there, and rang 07700 900103.';
    await keeps('intervention', buildIntervention({ subjectId: handled, note }));
    const by = async (words: string) =>
      new Map((await people.find(words)).found.map(({ id, byIdentity }) => [id, byIdentity]));
    expect(await by('tamsin')).toEqual(
      new Map([
        [tamsin, 'whole'],
        [met, undefined],
        [handled, undefined],
      ]),
    );
    expect(await by('kest')).toEqual(
      new Map([
        [freya, 'whole'],
        [handled, 'whole'],
      ]),
    );
    expect((await by('07700900103')).get(tamsin)).toBe('whole');
    expect((await by('07700900103')).get(handled)).toBeUndefined();
    expect((await by('tamsyn okorie')).get(tamsin)).toBe('near');
    expect((await by('tamsin ward')).get(tamsin)).toBeUndefined();
  });

  it('hears a name that is written otherwise, and none that only sounds a little like it', async () => {
    const { ids, subject } = await findUnderTest();
    const [kayleigh, wren] = [
      await subject('Kayleigh Vael', { emails: [] }),
      await subject('Wren Quill', { emails: [] }),
    ];
    expect(await ids('kaylee')).toEqual([kayleigh]);
    expect(await ids('rowan')).not.toContain(wren);
  });

  it('reads twelve words of a query, and none after them', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const words = 'red orange yellow green blue indigo violet black white grey brown pink';
    const [all, most] = [await subject('Ada Vael'), await subject('Ivo Quill')];
    await keeps('intervention', buildIntervention({ subjectId: all, note: words }));
    const note = words.replace('pink', '');
    await keeps('intervention', buildIntervention({ subjectId: most, note }));
    const hows = async (typed: string) =>
      (await people.find(typed)).found.map(({ id, how }) => [id, how]);
    const found = [
      [all, 'whole'],
      [most, 'part'],
    ];
    expect(await hows(words)).toEqual(found);
    expect(await hows(`${words} teal cream`)).toEqual(found);
  });

  it('takes what was typed without a space for one thing first', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const byName = await subject('Tobias Wren');
    const byHandle = await subject('Ada Vael');
    const handle = { subjectId: byHandle, asSeen: 'tobi_w2011' };
    await keeps('onlineIdentifier', buildOnlineIdentifier(handle));
    expect(await ids('tobi_w')).toEqual([byHandle, byName]);
    expect((await ids('tobi w'))[0]).toBe(byName);
  });

  it('keeps two people of one name apart', async () => {
    const { people, keeps, subject } = await findUnderTest();
    const [younger, elder] = [
      await subject('Tobias Wren', { bornOn: '2013-03-14' }),
      await subject('Tobias Wren', { bornOn: '2011-09-02' }),
    ];
    await keeps(
      'onlineIdentifier',
      buildOnlineIdentifier({ subjectId: elder, asSeen: 'wrenegade' }),
    );
    const { found } = await people.find('tobias wrenegade');
    expect(found.map(({ id, how }) => [id, how])).toEqual([
      [elder, 'whole'],
      [younger, 'part'],
    ]);
    expect((await people.find('tobias 2013')).found[0]).toMatchObject({
      id: younger,
      how: 'whole',
    });
  });

  it('gives a record about nobody by itself, until it is somebody’s', async () => {
    const { ids, keeps, sets, subject } = await findUnderTest();
    const enquiry = await keeps(
      'enquiry',
      buildEnquiry({ asked: 'A pupil has built a quadcopter.' }),
    );
    const decided = buildRecord('decision', {
      subjectId: undefined,
      enquiryId: enquiry,
      reason: 'Quadcopter.',
    });
    await keeps('decision', decided);
    expect(await ids('quadcopter')).toEqual([enquiry]);
    const ada = await subject('Ada Vael');
    const referral = buildReferral({ subjectId: ada, enquiryId: enquiry });
    await keeps('referral', referral);
    expect(await ids('quadcopter')).toEqual([ada]);
    await sets('referral', referral.id, {}, true);
    expect(await ids('quadcopter')).toEqual([enquiry]);
  });

  it('makes nobody the person of a record that was only read from the same page as theirs', async () => {
    const { ids, keeps, store } = await findUnderTest();
    const capture = await keeps('sourceCapture', buildSourceCapture());
    const ada = buildSubject({ name: 'Ada Vael' });
    const concern = buildSafeguardingConcern({
      subjectId: undefined,
      what: 'A child nobody knows flew a quadcopter.',
    });
    await store.commit({
      changes: [
        { ...newRecord('subject', ada), sources: { name: [buildSource({ capture })] } },
        {
          ...newRecord('safeguardingConcern', concern),
          sources: { what: [buildSource({ capture })] },
        },
      ],
      reason: 'case-work',
    });
    expect(await ids('quadcopter')).toEqual([concern.id]);
  });

  it('finds by a referrer everybody whom they referred', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const referrerId = await keeps('referrer', buildReferrer({ name: 'Perrin Hale' }));
    const [ada, ivo] = [await subject('Ada Vael'), await subject('Ivo Quill')];
    for (const subjectId of [ada, ivo])
      await keeps('referral', buildReferral({ subjectId, referrerId }));
    expect((await ids('perrin hale')).toSorted()).toEqual([ada, ivo].toSorted());
  });

  it('finds a person by what is recorded of a refusal, which names only the referral', async () => {
    const { ids, keeps, subject } = await findUnderTest();
    const ada = await subject('Ada Vael');
    const referralId = await keeps(
      'referral',
      buildReferral({ subjectId: ada, narrative: 'None.' }),
    );
    await keeps('refusal', buildRefusal({ referralId, refusedOn: '2026-10-07' }));
    expect(await ids('7 october 2026')).toEqual([ada]);
  });

  it('has at most twenty people, and says that there are more', async () => {
    const { people, subject } = await findUnderTest();
    for (let nth = 0; nth < 25; nth += 1) await subject('Ada Vael');
    const { found, hasMore, fitting } = await people.find('ada');
    expect([found.length, hasMore]).toEqual([20, true]);
    expect(fitting).toEqual({ people: 25, isLeast: false });
    const all = await people.find('ada', { most: 25 });
    expect([all.found.length, all.hasMore]).toEqual([25, false]);
  });
});

it('finds a change at the next search if it could not be read at the first', async () => {
  const { store, subject, keeps } = await findUnderTest();
  const ada = await subject('Ada Vael');
  let failing = 0;
  const get: typeof store.get = async (kind, id) => {
    failing -= 1;
    if (failing === 0) throw new Error('The disk did not answer.');
    return store.get(kind, id);
  };
  const source = { get, query: store.query.bind(store), subscribe: store.subscribe.bind(store) };
  const people = findPeople(source, { lists });
  await people.ready();
  const found = async (words: string) => (await people.find(words)).found.map(({ id }) => id);
  // The change itself is read first, and then each record of its person.
  for (const [nth, word] of [
    [1, 'bees'],
    [2, 'wasps'],
    [3, 'moths'],
  ] as const) {
    await keeps('intervention', buildIntervention({ subjectId: ada, note: `About ${word}.` }));
    failing = nth;
    await expect(people.find(word)).rejects.toThrow('did not answer');
    expect(await found(word)).toEqual([ada]);
  }
});

it('finds nothing after it was stopped, and reads nothing again', async () => {
  const { store, subject } = await findUnderTest();
  await subject('Ada Vael');
  let readCount = 0;
  const query: typeof store.query = (kind, where) => {
    readCount += 1;
    return store.query(kind, where);
  };
  const source = { query, get: store.get.bind(store), subscribe: store.subscribe.bind(store) };
  const people = findPeople(source, { lists });
  people.stop();
  expect(await people.find('ada')).toEqual({ found: [], hasMore: false });
  expect(readCount).toBe(0);
});
