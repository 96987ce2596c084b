import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import { buildReferral, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { noticeTold, pastRecipients, writeNotice } from './correction.js';
import { correctionWords } from './correction-words.js';

const lists = gatherCodeLists();
const person = buildSubject();
const SCHOOL = 'Ottilie Brandt';

function heldReferral(reference: string, receivedOn: string) {
  return { value: buildReferral({ reference, receivedOn }) } as StoredRecord<'referral'>;
}

async function disclosed() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  await store.commit({ changes: [newRecord('subject', person)], reason: 'case-work' });
  const disclosure = { action: 'disclosure', records: [person.id], fields: ['exchange'] } as const;
  const audit = [{ ...disclosure, reason: 'disclosure', recipients: ['school', SCHOOL] }];
  await store.commit({ changes: [], reason: 'disclosure', audit });
  const held = async () => {
    const subject = await store.get('subject', person.id);
    if (!subject) throw new Error('not held');
    return subject;
  };
  const set = async (fields: object) => {
    const { heads } = await held();
    const change = { kind: 'subject', record: person.id, parents: heads, set: fields } as const;
    await store.commit({ changes: [change], reason: 'correction' });
  };
  const recipients = async () => {
    const notices = await store.query('correctionNotice');
    const trail = await store.trail([person.id, ...notices.map(({ id }) => id)]);
    return pastRecipients([await held()], trail, notices);
  };
  return { host, store, held, set, recipients, context: { host, lists } };
}

describe('who received what was corrected', () => {
  it('is nobody while nothing was, and nobody who received it afterwards', async () => {
    const { set, recipients } = await disclosed();
    expect(await recipients()).toEqual([]);
    await set({ sexRecorded: 'Not recorded' });
    expect(await recipients()).toEqual([]);
  });

  it('is nobody where a list only grew, and somebody once what they received of it changed', async () => {
    const { set, recipients } = await disclosed();
    const { phones = [] } = person;
    expect(phones.length).toBeGreaterThan(0);
    await set({ phones: [...phones, '07700 900999'] });
    expect(await recipients()).toEqual([]);
    await set({ phones: ['07700 900999'] });
    expect(await recipients()).toMatchObject([{ corrected: ['Telephone'] }]);
  });

  it('is not the officer who made a paper for their own work', async () => {
    const { store, set, recipients } = await disclosed();
    const entry = { action: 'disclosure', records: [person.id], fields: [] } as const;
    const audit = [
      { ...entry, reason: 'case-work', recipients: ['own-use', 'DC Rowan Thackeray'] },
    ];
    await store.commit({ changes: [], reason: 'case-work', audit });
    await set({ bornOn: '2010-04-13' });
    expect((await recipients()).map(({ recipient }) => recipient)).toEqual([SCHOOL]);
  });

  it('is told our reference only of a paper, even if they were given something else that day', async () => {
    const { store, set, recipients } = await disclosed();
    const given = { action: 'disclosure', records: [person.id], reason: 'disclosure' } as const;
    const gives = async (recipient: string, fields: readonly string[], gateway?: string) => {
      const of = { ...given, fields, recipients: ['school', recipient] };
      const audit = [gateway === undefined ? of : { ...of, gateway }];
      await store.commit({ changes: [], reason: 'disclosure', audit });
    };
    await gives('Paper', [], 'children-act-11');
    await gives('Paper', ['name', 'bornOn'], 'children-act-11');
    await gives('Table', ['name', 'bornOn'], 'children-act-11');
    await gives('Text', []);
    await set({ bornOn: '2010-04-13' });
    const papers = (await recipients()).flatMap(({ recipient, isPaper }) =>
      isPaper ? [recipient] : [],
    );
    expect(papers).toEqual(['Paper']);
  });

  it('is named with what they received that was corrected since', async () => {
    const { set, recipients } = await disclosed();
    await set({ bornOn: '2010-04-13' });
    expect(await recipients()).toEqual([
      {
        recipient: SCHOOL,
        disclosedOn: '2026-11-24',
        record: person.id,
        corrected: ['Date of birth'],
        isNoted: false,
      },
    ]);
  });

  it('is nobody once the change is undone, unless they were told of it', async () => {
    const { store, held, set, recipients, context } = await disclosed();
    const { bornOn } = person;
    await set({ bornOn: '2010-04-13' });
    await set({ bornOn });
    expect(await recipients()).toEqual([]);
    await set({ bornOn: '2010-04-13' });
    const [one] = await recipients();
    if (!one) throw new Error('nobody');
    const input = { about: one.record, recipient: SCHOOL as never, disclosedOn: one.disclosedOn };
    const written = writeNotice(
      { ...input, words: correctionWords(one) as never },
      { ...context, subject: await held() },
    );
    if (!written.ok) throw new Error(JSON.stringify(written.issues));
    await store.commit(written.value.commit);
    await set({ bornOn });
    expect(await recipients()).toMatchObject([{ corrected: ['Date of birth'], isNoted: false }]);
  });

  it('is noted once a notice is written, until it is corrected again', async () => {
    const { store, held, set, recipients, context } = await disclosed();
    await set({ bornOn: '2010-04-13' });
    const [one] = await recipients();
    if (!one) throw new Error('nobody');
    const words = correctionWords(one);
    expect(words).toContain('you received information from the Cyber Choices team.');
    expect(words).toContain('Part of it has been corrected since: date of birth.');
    expect(words).not.toContain('Vael');
    const input = { about: one.record, recipient: SCHOOL as never, disclosedOn: one.disclosedOn };
    const written = writeNotice(
      { ...input, words: words as never },
      { ...context, subject: await held() },
    );
    if (!written.ok) throw new Error('not written');
    await store.commit(written.value.commit);
    expect((await recipients()).map(({ isNoted }) => isNoted)).toEqual([true]);
    await set({ bornOn: '2010-04-14' });
    expect((await recipients()).map(({ isNoted }) => isNoted)).toEqual([false]);
    const [notice] = await store.query('correctionNotice');
    if (!notice) throw new Error('no notice');
    const early = { toldOn: '2026-11-23' as PlainDate };
    expect(noticeTold(notice, early, context).issues).toMatchObject([{ at: 'toldOn' }]);
    const told = noticeTold(notice, {}, context);
    if (!told.ok) throw new Error('not told');
    await store.commit(told.value.commit);
    const [after] = await store.query('correctionNotice');
    if (!after) throw new Error('no notice');
    expect(noticeTold(after, {}, context).issues).toMatchObject([{ code: 'notice-told' }]);
  });

  it('says by the reference of that day whom it is about, unless that was corrected', () => {
    const held = heldReferral;
    const referrals = [held('CC/2026/3', '2026-11-25'), held('CC/2026/2', '2026-11-02')];
    const given = { disclosedOn: '2026-11-24' as PlainDate, corrected: ['Name'] };
    const words = correctionWords(given, [...referrals, held('CC/2026/1', '2026-03-02')]);
    expect(words).toContain('It was about referral reference CC/2026/2.');
    expect(words).not.toMatch(/CC\/2026\/[13]/);
    const corrected = ['Referral reference'];
    expect(correctionWords({ ...given, corrected }, referrals)).not.toContain('CC/2026');
    expect(correctionWords(given)).not.toContain('reference');
  });

  it('names nobody once the record was moved to another person', () => {
    const given = { disclosedOn: '2026-11-24' as PlainDate, corrected: ['Subject'] };
    const referrals = [heldReferral('CC/2026/7', '2026-11-02')];
    const holder = buildSubject({ name: 'Bea Vael', bornOn: '2010-05-05' });
    const words = correctionWords(given, referrals, holder);
    for (const told of ['Bea', '2010', 'CC/2026/7', holder.id.slice(0, 8).toUpperCase()])
      expect(words).not.toContain(told);
    expect(words).toContain('corrected since: subject');
  });

  it('says by name and date of birth whom it is about where there is no reference, and nothing corrected', () => {
    const held = buildSubject({ name: 'Taz Orme', bornOn: '2009-05-05' });
    const about = (...corrected: string[]) =>
      correctionWords({ disclosedOn: '2026-11-24' as PlainDate, corrected }, [], held);
    expect(about('Telephone')).toContain('It was about Taz Orme, born 5 May 2009.');
    expect(about('Date of birth')).toContain('It was about Taz Orme.');
    expect(about('Date of birth')).not.toContain('2009');
    expect(about('Name')).toContain('It was about the person born on 5 May 2009.');
    expect(about('Name')).not.toContain('Taz');
    expect(about('Name', 'Date of birth')).not.toContain('It was about');
    const referral = { value: buildReferral({ reference: 'CC/2026/2', receivedOn: '2026-11-02' }) };
    const known = { disclosedOn: '2026-11-24' as PlainDate, corrected: ['Telephone'] };
    const words = correctionWords(known, [referral as StoredRecord<'referral'>], held);
    expect(words).toContain('CC/2026/2');
    expect(words).not.toContain('Taz Orme');
  });

  it('says every date of birth of whom it is about, unless one of them may be what was corrected', () => {
    const noted = (date: string) => ({ what: 'bornOn', date, notedOn: '2026-11-20' }) as const;
    const alsoRecorded = [noted('2011-06-06'), noted('2010-01-31')];
    const held = buildSubject({ name: 'Taz Orme', bornOn: '2009-05-05', alsoRecorded });
    const about = (corrected: string, also = held) =>
      correctionWords(
        { disclosedOn: '2026-11-24' as PlainDate, corrected: [corrected] },
        [],
        also,
      ).split('\n')[0];
    expect(about('Telephone')).toContain(
      'It was about Taz Orme, born 5 May 2009, 6 June 2011 or 31 January 2010.',
    );
    expect(about('Name')).toContain(
      'It was about the person born on 5 May 2009, 6 June 2011 or 31 January 2010.',
    );
    for (const label of ['Date of birth', 'Recorded differently elsewhere'])
      expect(about(label)).toMatch(/It was about Taz Orme\.$/);
    const one = buildSubject({ name: 'Taz Orme', bornOn: '2009-05-05' });
    expect(about('Recorded differently elsewhere', one)).toContain('born 5 May 2009.');
    const other = buildSubject({
      name: 'Taz Orme',
      bornOn: undefined,
      alsoRecorded: [noted('2011-06-06')],
    });
    expect(about('Telephone', other)).toContain('born 6 June 2011.');
  });

  it('is not written without words, or to nobody', async () => {
    const { held, context } = await disclosed();
    const input = { about: person.id, disclosedOn: '2026-11-24' as PlainDate };
    const result = writeNotice(input, { ...context, subject: await held() });
    expect(result.issues.map(({ at }) => at)).toEqual(['recipient', 'words']);
  });
});
