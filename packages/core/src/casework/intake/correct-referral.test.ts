import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { caseUnderTest, saysOf, TOLD } from '../../testing/case-under-test.js';
import { buildReferral, newRecord } from '../../testing/fiction/builder.js';
import { correctReferral } from './correct-referral.js';

const day = (date: string) => date as PlainDate;

/** A case with one referral, received on 20 November 2026. */
async function opened() {
  const of = await caseUnderTest();
  const { id } = await of.subject();
  const made = buildReferral({ subjectId: id, receivedOn: day('2026-11-20'), statedRisk: 'High' });
  await of.store.commit({ changes: [newRecord('referral', made)], reason: 'referral' });
  const referral = await of.one('referral');
  const { receivedOn, reference, otherReferences, statedRisk } = referral.value;
  const { suspectedOffences, lawMentioned, incidentDates } = referral.value;
  const said = {
    receivedOn,
    ...(reference === undefined ? {} : { reference }),
    otherReferences,
    suspectedOffences,
    lawMentioned,
    incidentDates,
    ...(statedRisk === undefined ? {} : { statedRisk }),
  };
  return { ...of, referral, said };
}

describe('what is held of a referral', () => {
  it('is put right with who said so, and the history keeps what it said', async () => {
    const { store, context, keep, one, referral, said } = await opened();
    const corrected = {
      receivedOn: day('2026-11-18'),
      lawMentioned: [],
      incidentDates: [day('2026-11-09')],
    };
    const input = { ...said, ...corrected };
    await keep(correctReferral(referral, input, TOLD, context));
    const { id, value, sources } = await one('referral');
    expect(value).toEqual({ ...referral.value, ...corrected });
    const [capture] = await store.query('sourceCapture');
    expect(capture?.value).toMatchObject({ way: 'typed', toldBy: TOLD.toldBy });
    expect(Object.keys(sources)).toEqual(['receivedOn', 'lawMentioned', 'incidentDates']);
    expect(sources.receivedOn).toMatchObject([
      { label: 'Date of referral', capture: capture?.id, statement: 'reported' },
    ]);
    const history = await store.history(id);
    expect(history.map(({ set, reason }) => [Reflect.get(set, 'receivedOn'), reason])).toEqual([
      ['2026-11-20', 'referral'],
      ['2026-11-18', 'correction'],
    ]);
  });

  it('loses a field that was emptied, and nothing that was not asked for', async () => {
    const { context, keep, one, referral, said } = await opened();
    const { statedRisk: _, ...rest } = said;
    await keep(correctReferral(referral, rest, TOLD, context));
    const { value } = await one('referral');
    expect(value.statedRisk).toBeUndefined();
    expect([value.narrative, value.status]).toEqual([
      referral.value.narrative,
      referral.value.status,
    ]);
  });

  it('is left as it is where nothing was changed, nobody is named, or the day is to come', async () => {
    const { context, referral, said } = await opened();
    const next = (input: typeof said, told = TOLD) =>
      saysOf(correctReferral(referral, input, told, context));
    expect(next(said)).toEqual(['nothing-changed']);
    expect(next({ ...said, receivedOn: day('2026-11-25') })).toEqual(['date-in-future receivedOn']);
    expect(next({ ...said, incidentDates: [day('2026-11-02'), day('2026-11-25')] })).toEqual([
      'date-in-future incidentDates.1',
    ]);
    expect(next({ ...said, receivedOn: day('2026-11-18') }, { ...TOLD, toldBy: ' ' })).toEqual([
      'missing toldBy',
    ]);
  });
});
