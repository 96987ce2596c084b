import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { caseUnderTest, saysOf, TOLD } from '../../testing/case-under-test.js';
import { buildId } from '../../testing/fiction/builder.js';
import { addDetail, correctDetail, endDetail, endOf } from './person-detail.js';

const day = (date: string) => date as PlainDate;

describe('a detail of a person', () => {
  it('is added beside the old one, with who told it and what sort of statement it is', async () => {
    const { on, keep, subject, store } = await caseUnderTest();
    await keep(addDetail({ detail: 'addresses', text: '9 Other Road', ...TOLD }, await on()));
    const { value, sources } = await subject();
    expect(value.addresses.map(({ lines }) => lines)).toEqual([
      '7 Sample Row\nTestford',
      '9 Other Road',
    ]);
    expect(sources['addresses[1]']).toMatchObject([
      { label: 'Addresses', verbatim: '9 Other Road', statement: 'reported' },
    ]);
    const [capture] = await store.query('sourceCapture');
    expect(capture?.value).toMatchObject({
      way: 'typed',
      system: 'Telephone call',
      toldBy: TOLD.toldBy,
      toldAt: TOLD.toldAt,
    });
    expect(sources['addresses[1]']?.[0]?.capture).toBe(capture?.id);
  });

  it('keeps where the earlier ones came from when another is added or put right', async () => {
    const { on, keep, subject } = await caseUnderTest({ aliases: [] });
    for (const text of ['Ro', 'Roe', 'Row'])
      await keep(addDetail({ detail: 'aliases', text, ...TOLD }, await on()));
    const before = (await subject()).sources;
    await keep(correctDetail({ detail: 'aliases', place: 1, text: 'Rowe', ...TOLD }, await on()));
    const { value, sources } = await subject();
    expect(value.aliases).toEqual(['Ro', 'Rowe', 'Row']);
    expect(sources['aliases[0]']).toEqual(before['aliases[0]']);
    expect(sources['aliases[2]']).toEqual(before['aliases[2]']);
    expect(sources['aliases[1]']).toMatchObject([{ verbatim: 'Rowe' }]);
  });

  it('makes of the old name another name, which goes on being found', async () => {
    const { on, keep, subject } = await caseUnderTest();
    await keep(addDetail({ detail: 'name', text: 'Rowan Ash', ...TOLD }, await on()));
    const { value, sources } = await subject();
    expect([value.name, value.aliases]).toEqual(['Rowan Ash', ['Rowan Vael']]);
    expect(sources.name).toMatchObject([{ verbatim: 'Rowan Ash' }]);
  });

  it('is not made that of a namesake until the officer has said that this person is meant', async () => {
    const { on, subject } = await caseUnderTest();
    const { id, value } = await subject();
    const other = { id: buildId(), name: 'ROWAN  Vael', bornOn: day('2011-07-02') };
    const people = [{ id, name: value.name, bornOn: value.bornOn }, other];
    const context = { ...(await on()), people };
    const input = { detail: 'bornOn', date: day('2011-07-02'), ...TOLD } as const;
    expect(correctDetail(input, context)).toMatchObject({
      ok: false,
      issues: [{ code: 'person-in-doubt', at: 'date' }],
    });
    expect(correctDetail({ ...input, isMeant: true }, context).ok).toBe(true);
    expect(correctDetail({ ...input, date: day('2011-07-03') }, context).ok).toBe(true);
    const sameDay = { ...context, people: [{ ...other, name: 'Ada Vael', bornOn: value.bornOn }] };
    const renamed = { detail: 'name', text: 'Ada Vael', ...TOLD } as const;
    expect(correctDetail(renamed, sameDay)).toMatchObject({
      issues: [{ code: 'person-in-doubt', at: 'text' }],
    });
  });

  it('puts a wrong date of birth right, and the history keeps what it said', async () => {
    const { on, keep, subject, store } = await caseUnderTest();
    await keep(correctDetail({ detail: 'bornOn', date: day('2010-03-15'), ...TOLD }, await on()));
    const { id, value } = await subject();
    expect(value.bornOn).toBe('2010-03-15');
    const history = await store.history(id);
    expect(history.map(({ set, reason }) => [Reflect.get(set, 'bornOn'), reason])).toEqual([
      ['2010-03-14', 'case-work'],
      ['2010-03-15', 'correction'],
    ]);
  });

  it.each([
    ['name', { text: ' Rowan Vael ' }],
    ['bornOn', { date: day('2010-03-14') }],
    ['phones', { text: '07700 900123', place: 0 }],
    ['addresses', { text: '7 Sample Row\nTestford', place: 0 }],
  ] as const)('is not corrected to the words that it has: %s', async (detail, input) => {
    const { on, subject } = await caseUnderTest();
    const { postcode, notedOn } = (await subject()).value.addresses[0] ?? {};
    const held = detail === 'addresses' ? { postcode, notedOn } : {};
    const result = correctDetail({ detail, ...held, ...input, ...TOLD }, await on());
    expect(result.issues).toMatchObject([
      { code: 'nothing-changed', at: detail === 'bornOn' ? 'date' : 'text' },
    ]);
  });

  it('ends without going', async () => {
    const { on, keep, subject } = await caseUnderTest();
    const end = async (detail: 'phones' | 'schools') =>
      keep(endDetail({ detail, place: 0, until: day('2026-11-24') }, await on()));
    await end('phones');
    await end('schools');
    const { value } = await subject();
    expect(value.phones).toEqual(['07700 900123']);
    expect(value.schools).toHaveLength(1);
    expect([endOf(value, 'phones', 0), endOf(value, 'schools', 0)]).toEqual([
      '2026-11-24',
      '2026-11-24',
    ]);
    const right = { detail: 'phones', place: 0, text: '07700 900321', ...TOLD } as const;
    await keep(correctDetail(right, await on()));
    expect(endOf((await subject()).value, 'phones', 0)).toBe('2026-11-24');
  });

  it('is refused in words where something is missing, held already, or cannot be', async () => {
    const { on } = await caseUnderTest();
    const held = await on();
    const added = (input: object) =>
      saysOf(addDetail({ detail: 'aliases', text: 'Ro', ...TOLD, ...input }, held));
    expect(added({ text: ' ' })).toEqual(['missing text']);
    expect(added({ statement: '', toldBy: '', toldAt: undefined, means: '' })).toEqual([
      'missing statement',
      'missing means',
      'missing toldBy',
      'missing toldAt',
    ]);
    expect(added({ statement: 'rumour' })).toEqual(['code-not-in-force statement']);
    expect(added({ toldAt: '2026-11-25T09:00:00.000Z' })).toEqual(['date-in-future toldAt']);
    expect(added({ detail: 'addresses', text: '7 Sample Row\nTESTFORD' })).toEqual([
      'already-held text',
    ]);
    expect(added({ detail: 'bornOn', date: day('2010-01-01') })).toEqual(['already-held text']);
    const ended = (until: string) =>
      saysOf(endDetail({ detail: 'addresses', place: 0, until: day(until) }, held));
    expect(ended('2026-11-23')).toEqual(['date-out-of-order until']);
    expect(ended('2026-11-25')).toEqual(['date-in-future until']);
    expect(saysOf(endDetail({ detail: 'addresses', place: 4 }, held))).toEqual(['detail-gone']);
    expect(saysOf(addDetail({ detail: 'name', ...TOLD }, { ...held, subject: undefined }))).toEqual(
      ['subject-unknown subjectId'],
    );
  });
});
