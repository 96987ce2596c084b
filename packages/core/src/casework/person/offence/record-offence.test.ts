import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../shared/primitives.js';
import type { StoredRecord } from '../../../store/log/port.js';
import { caseUnderTest, saysOf, TOLD } from '../../../testing/case-under-test.js';
import { buildReferral, buildSource, newRecord } from '../../../testing/fiction/builder.js';
import { heldRecord } from '../../../testing/held-under-test.js';
import { setting } from '../../../testing/law-under-test.js';
import { presentStanding } from '../../act/offence-state.js';
import {
  correctOffence,
  correctStanding,
  keepAsBehaviour,
  withdrawOffence,
} from './correct-offence.js';
import { offenceFromReferral, recordOffence, recordStanding } from './record-offence.js';

const day = (date: string) => date as PlainDate;
const INPUT = { asRead: 'S.1 CMA', section: '1', incidentOn: [day('2026-10-02')] };

describe('a suspected offence', () => {
  it('keeps the words, the section and who said so', async () => {
    const { on, keep, one } = await caseUnderTest();
    await keep(recordOffence({ ...INPUT, status: 'suspected' }, TOLD, await on()));
    const { value, sources } = await one('offence');
    expect(value).toMatchObject({ asRead: 'S.1 CMA', section: '1', knownOn: '2026-11-24' });
    expect(value.standings).toEqual([{ status: 'suspected', notedOn: '2026-11-24' }]);
    expect(Object.keys(sources)).toEqual(['asRead', 'standings[0]']);
  });

  it('asks for words or a section, and why there is none', async () => {
    const { on } = await caseUnderTest();
    expect(saysOf(recordOffence({}, TOLD, await on()))).toEqual(['invalid asRead']);
    expect(saysOf(recordOffence({ asRead: 'Fraud' }, TOLD, await on()))).toEqual([
      'missing section',
    ]);
    const outside = { asRead: 'Fraud', withoutSection: 'outside-act' };
    expect(recordOffence(outside, TOLD, await on()).ok).toBe(true);
    expect(saysOf(recordOffence({ ...outside, section: '1' }, TOLD, await on()))).toEqual([
      'offence-section-twice withoutSection',
    ]);
  });

  it('is refused for a child who was under ten on the day, and kept as behaviour', async () => {
    const { on, keep, one } = await caseUnderTest({ bornOn: '2016-10-03' });
    expect(saysOf(recordOffence(INPUT, TOLD, await on()))).toEqual(['offence-under-ten section']);
    const { section: _, ...words } = INPUT;
    await keep(recordOffence({ ...words, withoutSection: 'behaviour-only' }, TOLD, await on()));
    const held = await one('offence');
    const status = { status: 'suspected' };
    expect(saysOf(recordStanding(held, status, TOLD, await on()))).toEqual([
      'offence-under-ten status',
    ]);
  });

  it('did not happen on a day that is still to come, nor is it corrected to one', async () => {
    const { on, keep, one } = await caseUnderTest();
    const late = { incidentOn: [day('2027-10-02')] };
    expect(saysOf(recordOffence({ ...INPUT, ...late }, TOLD, await on()))).toEqual([
      'date-in-future incidentOn',
    ]);
    await keep(recordOffence(INPUT, TOLD, await on()));
    const correction = { section: '1', ...late };
    expect(saysOf(correctOffence(await one('offence'), correction, TOLD, await on()))).toEqual([
      'date-in-future incidentOn',
    ]);
  });

  it('is allowed from the tenth birthday on', async () => {
    const { on } = await caseUnderTest({ bornOn: '2016-10-02' });
    expect(recordOffence(INPUT, TOLD, await on()).ok).toBe(true);
  });

  it('is judged by the day of recording, or of its referral, where nobody said when it happened', async () => {
    const { on, subject } = await caseUnderTest({ bornOn: '2016-11-01' });
    const { incidentOn: _, ...undated } = INPUT;
    expect(recordOffence(undated, TOLD, await on()).ok).toBe(true);
    const { id } = await subject();
    const referral = {
      id: buildReferral().id,
      value: buildReferral({ subjectId: id, receivedOn: '2026-10-31' as PlainDate }),
      sources: {},
    } as never;
    const words = { referral, field: 'suspectedOffences', place: 0 } as const;
    expect(saysOf(offenceFromReferral(words, { section: '1' }, await on()))).toEqual([
      'offence-under-ten section',
    ]);
  });

  it('takes no words of another person’s referral, and no status that nobody is known to have said', async () => {
    const { on } = await caseUnderTest();
    const context = await on();
    const own = { subjectId: context.subject.id };
    const from = (referral: StoredRecord<'referral'>, status?: string) =>
      saysOf(
        offenceFromReferral(
          { referral, field: 'suspectedOffences', place: 0 },
          { section: '1', ...(status ? { status } : {}) },
          context,
        ),
      );
    const read = { suspectedOffences: [buildSource()] };
    expect(from(heldRecord('referral'))).toEqual(['offence-words-gone asRead']);
    expect(from(heldRecord('referral', own))).toEqual([]);
    expect(from(heldRecord('referral', own), 'charged')).toEqual(['offence-status-source status']);
    const sourced = { ...heldRecord('referral', own), sources: read };
    expect(from(sourced, 'charged')).toEqual([]);
    expect(from({ ...sourced, value: { ...sourced.value, suspectedOffences: [] } })).toEqual([
      'offence-words-gone asRead',
    ]);
  });

  it('asks for the age at the time while no date of birth is on record', async () => {
    const { on } = await caseUnderTest({ bornOn: undefined });
    expect(saysOf(recordOffence(INPUT, TOLD, await on()))).toEqual(['offence-age-unknown ageThen']);
    const context = await on();
    expect(recordOffence({ ...INPUT, ageThen: 'ten-or-over' }, TOLD, context).ok).toBe(true);
    expect(recordOffence({ ...INPUT, ageThen: 'under-ten' }, TOLD, context).ok).toBe(false);
    expect(recordOffence({ ...INPUT, ageThen: 'not-known' }, TOLD, context).ok).toBe(false);
  });

  it('says that a section was not in force on the day, and keeps it as it was read', async () => {
    const { on } = await caseUnderTest({ bornOn: '1990-01-01' });
    const early = { ...INPUT, section: '3ZA', incidentOn: [day('2014-05-03')] };
    const made = recordOffence(early, TOLD, await on());
    expect([made.ok, saysOf(made)]).toEqual([true, ['section-not-in-force section']]);
    const old = { ...INPUT, section: '3', incidentOn: [day('2007-05-03')] };
    expect(saysOf(recordOffence(old, TOLD, await on()))).toEqual([]);
  });
});

describe('words of a referral', () => {
  it('stay in the referral, and give the offence its source', async () => {
    const { store, on, keep, one, subject } = await caseUnderTest();
    const { id } = await subject();
    await store.commit({
      changes: [newRecord('referral', buildReferral({ subjectId: id }))],
      reason: 'intake' as never,
    });
    const referral = await one('referral');
    const words = { referral, field: 'lawMentioned', place: 0 } as const;
    await keep(offenceFromReferral(words, { section: '1' }, await on()));
    const { value } = await one('offence');
    expect(value).toMatchObject({
      asRead: 'Computer Misuse Act 1990, s.1',
      referralId: referral.id,
      knownOn: '2026-11-20',
    });
    expect(await one('referral')).toEqual(referral);
  });
});

describe('a status', () => {
  const started = async () => {
    const made = await caseUnderTest();
    await made.keep(
      recordOffence({ ...INPUT, status: 'charged', on: day('2026-10-20') }, TOLD, await made.on()),
    );
    return made;
  };

  it('never overwrites an earlier one', async () => {
    const { on, keep, one } = await started();
    const acquitted = { status: 'acquitted', on: day('2026-11-02') };
    await keep(recordStanding(await one('offence'), acquitted, TOLD, await on()));
    const { value, sources } = await one('offence');
    expect(value.standings.map(({ status }) => status)).toEqual(['charged', 'acquitted']);
    expect(presentStanding(value)?.status).toBe('acquitted');
    expect(Object.keys(sources).toSorted()).toEqual(['asRead', 'standings[0]', 'standings[1]']);
  });

  it('needs a source, a code, and a day that has come and is not before the behaviour', async () => {
    const { on, one } = await started();
    const held = await one('offence');
    expect(saysOf(recordStanding(held, { status: 'charged' }, {}, await on()))).toContain(
      'missing toldBy',
    );
    expect(saysOf(recordStanding(held, {}, TOLD, await on()))).toEqual(['missing status']);
    const early = { status: 'suspected', on: day('2026-10-01') };
    expect(saysOf(recordStanding(held, early, TOLD, await on()))).toEqual(['date-out-of-order on']);
    const late = { status: 'suspected', on: day('2026-12-01') };
    expect(saysOf(recordStanding(held, late, TOLD, await on()))).toEqual(['date-in-future on']);
  });

  it('is corrected with a reason and a source, and stays', async () => {
    const { on, keep, one } = await started();
    const held = await one('offence');
    const wrong = { place: 0, why: 'Another young person of that name was charged.' };
    expect(saysOf(correctStanding(held, { ...wrong, why: ' ' }, TOLD, await on()))).toEqual([
      'missing wrongWhy',
    ]);
    await keep(correctStanding(held, { ...wrong, status: 'suspected' }, TOLD, await on()));
    const { value } = await one('offence');
    expect(value.standings).toMatchObject([
      { status: 'charged', wrongSince: '2026-11-24', wrongWhy: wrong.why },
      { status: 'suspected' },
    ]);
    expect(presentStanding(value)?.status).toBe('suspected');
    expect(saysOf(correctStanding(await one('offence'), wrong, TOLD, await on()))).toEqual([
      'offence-status-corrected place',
    ]);
  });
});

describe('a correction', () => {
  it('changes what was chosen and not the words', async () => {
    const { on, keep, one } = await caseUnderTest();
    await keep(recordOffence(INPUT, TOLD, await on()));
    const held = await one('offence');
    await keep(correctOffence(held, { ...INPUT, section: '2' }, TOLD, await on()));
    expect((await one('offence')).value).toMatchObject({ section: '2', asRead: 'S.1 CMA' });
  });

  it('keeps as behaviour what a child under ten did, with the statuses marked as wrong', async () => {
    const { on, keep, one, subject, store } = await caseUnderTest();
    await keep(recordOffence({ ...INPUT, status: 'suspected' }, TOLD, await on()));
    const why = 'The date of birth was corrected: they were 9.';
    expect(saysOf(keepAsBehaviour(await one('offence'), ' ', TOLD, await on()))).toEqual([
      'offence-not-under-ten withoutSection',
      'missing wrongWhy',
    ]);
    await store.commit({
      changes: [setting(await subject(), { bornOn: '2017-03-14', categories: [] })],
      reason: 'correction',
    });
    await keep(keepAsBehaviour(await one('offence'), why, TOLD, await on()));
    const { value } = await one('offence');
    expect([value.section, value.withoutSection]).toEqual([undefined, 'behaviour-only']);
    expect(value.standings).toMatchObject([{ status: 'suspected', wrongWhy: why }]);
  });

  it('never makes it behaviour of somebody who was ten or over on a day that is known', async () => {
    const { on, keep, one } = await caseUnderTest();
    const behaviour = { ...INPUT, section: undefined, withoutSection: 'behaviour-only' };
    expect(saysOf(recordOffence(behaviour, TOLD, await on()))).toEqual([
      'offence-not-under-ten withoutSection',
    ]);
    // On a day that nobody knows they may have been younger.
    await keep(recordOffence({ ...behaviour, incidentOn: [] }, TOLD, await on()));
    const held = await one('offence');
    await keep(correctOffence(held, { ...behaviour, note: 'As told.' }, TOLD, await on()));
  });

  it('says of every day at once that it is still to come', async () => {
    const { on } = await caseUnderTest();
    const days = { incidentOn: ['2027-01-05'], status: 'charged', on: '2027-02-05' } as const;
    const made = recordOffence({ ...INPUT, ...days } as never, TOLD, await on());
    expect(made.issues.map(({ at }) => at).toSorted()).toEqual(['incidentOn', 'on']);
  });

  it('withdraws only with a reason', async () => {
    const { on, keep, one, store } = await caseUnderTest();
    await keep(recordOffence(INPUT, TOLD, await on()));
    const held = await one('offence');
    expect(saysOf(withdrawOffence(held, ' '))).toEqual(['offence-withdrawal-why withdrawnWhy']);
    await keep(withdrawOffence(held, 'Recorded on the wrong person.'));
    expect(await store.query('offence')).toEqual([]);
  });
});
