/** The law of suspected offences, met by every save whoever asks. */
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../shared/primitives.js';
import {
  buildId,
  buildOffence,
  buildReferral,
  buildSource,
  buildSubject,
  newRecord,
  type Overrides,
} from '../../../testing/fiction/builder.js';
import { one, refused, setting, underLaw } from '../../../testing/law-under-test.js';

const day = (date: string) => date as PlainDate;
const SOURCES = { 'standings[0]': [buildSource()] };

async function started(subject: Overrides<'subject'> = {}) {
  const law = await underLaw();
  const person = buildSubject(subject);
  await law.keep(newRecord('subject', person));
  const made = (overrides: Overrides<'offence'> = {}, sources: object = SOURCES) => ({
    ...newRecord('offence', buildOffence({ subjectId: person.id, ...overrides })),
    sources: sources as typeof SOURCES,
  });
  return { ...law, person, made };
}

describe('somebody under ten on the day', () => {
  it.each([
    ['a section', { standings: [] }],
    ['a status', { section: undefined, withoutSection: 'cannot-tell' }],
  ])('gets no %s', async (_what, overrides) => {
    const { keep, made } = await started({ bornOn: '2016-11-03' });
    await expect(keep(made(overrides))).rejects.toMatchObject(refused('offence-under-ten'));
    await keep(made({ section: undefined, withoutSection: 'behaviour-only', standings: [] }, {}));
  });

  it('gets none by a wrong year, since nothing happened after it was known', async () => {
    const { keep, made } = await started({ bornOn: '2017-01-01' });
    await expect(keep(made({ incidentOn: [day('2027-11-02')] }))).rejects.toMatchObject({
      cause: expect.arrayContaining([expect.objectContaining({ code: 'offence-under-ten' })]),
    });
  });

  it('gets none by a move from somebody else’s record', async () => {
    const { keep, made, store } = await started();
    const child = buildSubject({ name: 'Ivo Vael', bornOn: '2017-01-01' as never });
    await keep(made(), newRecord('subject', child));
    const move = setting(await one(store, 'offence'), { subjectId: child.id });
    await expect(keep(move)).rejects.toMatchObject(refused('offence-under-ten'));
  });

  it('may be found out later: the date of birth is kept, and the offence can be corrected', async () => {
    const { keep, made, store } = await started();
    await keep(made());
    await keep(setting(await one(store, 'subject'), { bornOn: '2017-01-01', categories: [] }));
    const held = await one(store, 'offence');
    const more = [...held.value.standings, { status: 'charged', notedOn: '2026-11-24' }];
    await expect(
      keep({
        ...setting(held, { standings: more }),
        sources: { ...SOURCES, 'standings[1]': [buildSource()] },
      }),
    ).rejects.toMatchObject(refused('offence-under-ten'));
    await keep(setting(held, { note: 'Told to the supervisor.' }));
  });
});

it('somebody gets no offence by a day that is put back to when they were under ten', async () => {
  const { keep, made, store } = await started({ bornOn: '2010-03-14' });
  await keep(made());
  const held = await one(store, 'offence');
  await expect(keep(setting(held, { incidentOn: ['2019-05-01'] }))).rejects.toMatchObject(
    refused('offence-under-ten'),
  );
  await keep(setting(held, { incidentOn: ['2026-11-01'] }));
});

it('somebody ten or over on the day is not kept as behaviour, and what is stays correctable', async () => {
  const { keep, made, store } = await started({ bornOn: '2010-03-14' });
  await keep(made({ standings: [] }, {}));
  const behaviour = { section: null, withoutSection: 'behaviour-only' };
  await expect(keep(setting(await one(store, 'offence'), behaviour))).rejects.toMatchObject(
    refused('offence-not-under-ten'),
  );
  // Where nobody knows the day they may have been younger.
  await keep(setting(await one(store, 'offence'), { ...behaviour, incidentOn: null }));
  await keep(setting(await one(store, 'offence'), { incidentOn: ['2026-11-02'] }));
  await keep(setting(await one(store, 'offence'), { note: 'As told.' }));
});

it('a day of a behaviour and a day of a status are never still to come', async () => {
  const { keep, made, store } = await started({ bornOn: '2010-03-14' });
  const coming = { status: 'charged', on: day('2026-12-24'), notedOn: day('2026-11-24') };
  await expect(
    keep(made({ incidentOn: [day('2026-11-25')], standings: [coming] })),
  ).rejects.toMatchObject({
    cause: [
      expect.objectContaining({ at: 'incidentOn' }),
      expect.objectContaining({ at: 'standings' }),
    ],
  });
  await keep(made());
  const held = await one(store, 'offence');
  await expect(keep(setting(held, { incidentOn: ['2026-11-25'] }))).rejects.toThrow();
});

describe('somebody whose birth is not on record', () => {
  it('keeps a section only while it is said that they were ten or over', async () => {
    const { keep, made, store } = await started({ bornOn: undefined });
    await keep(made({ ageThen: 'ten-or-over' }));
    const held = await one(store, 'offence');
    await expect(keep(setting(held, { ageThen: null }))).rejects.toMatchObject(
      refused('offence-age-unknown'),
    );
  });

  it('gets a section only once it is said that they were ten or over', async () => {
    const { keep, made } = await started({ bornOn: undefined });
    await expect(keep(made())).rejects.toMatchObject(refused('offence-age-unknown'));
    await keep(made({ ageThen: 'ten-or-over' }));
  });
});

describe('a status', () => {
  it('is never removed, changed or without a source', async () => {
    const { keep, made, store } = await started();
    await expect(keep(made({}, {}))).rejects.toMatchObject(refused('offence-status-source'));
    await keep(made());
    const held = await one(store, 'offence');
    const [first] = held.value.standings;
    for (const standings of [
      [],
      [{ ...first, status: 'convicted' }],
      [{ ...first, wrongSince: '2026-11-24' }],
    ])
      await expect(
        keep({ ...setting(held, { standings }), sources: SOURCES }),
      ).rejects.toMatchObject({
        cause: expect.arrayContaining([expect.objectContaining({ code: 'offence-status-stands' })]),
      });
    const wrong = [{ ...first, wrongSince: '2026-11-24', wrongWhy: 'Another case.' }];
    await expect(
      keep({ ...setting(held, { standings: wrong }), sources: SOURCES }),
    ).rejects.toMatchObject(refused('offence-status-source'));
    const sources = { ...SOURCES, 'standings[0].wrongWhy': [buildSource()] };
    await keep({ ...setting(held, { standings: wrong }), sources });
  });
});

describe('the record', () => {
  it('keeps its words, and is withdrawn only with a reason', async () => {
    const { keep, made, store } = await started();
    await keep(made());
    const held = await one(store, 'offence');
    await expect(keep(setting(held, { asRead: 'Robbery' }))).rejects.toMatchObject(
      refused('offence-words-stand'),
    );
    const withdrawal = { ...setting(held, {}), withdraw: true } as const;
    await expect(keep(withdrawal)).rejects.toMatchObject(refused('offence-withdrawal-why'));
    await keep({ ...withdrawal, set: { withdrawnWhy: 'Recorded twice.' } });
  });

  it('is known no later than its referral, and never later than before', async () => {
    const { keep, made, store, person } = await started();
    await expect(keep(made({ knownOn: day('2026-11-25') }))).rejects.toMatchObject(
      refused('offence-known-later'),
    );
    const referral = buildReferral({ subjectId: person.id, receivedOn: day('2026-11-20') });
    await keep(newRecord('referral', referral));
    await expect(keep(made({ referralId: referral.id }))).rejects.toMatchObject(
      refused('offence-known-later'),
    );
    await keep(made({ referralId: referral.id, knownOn: day('2026-11-20') }));
    const held = await one(store, 'offence');
    await expect(keep(setting(held, { knownOn: '2026-11-24' }))).rejects.toMatchObject(
      refused('offence-known-later'),
    );
  });

  it('is of somebody on record', async () => {
    const { keep, made } = await started();
    await expect(keep(made({ subjectId: buildId() }))).rejects.toThrow();
  });
});
