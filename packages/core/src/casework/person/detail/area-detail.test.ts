import { describe, expect, it } from 'vitest';
import { areaOn } from '../../../record/dated-area.js';
import type { PlainDate } from '../../../shared/primitives.js';
import { caseUnderTest, saysOf, TOLD } from '../../../testing/case-under-test.js';
import { addDetail, correctDetail, type DetailInput, endDetail } from '../person-detail.js';

const day = (date: string) => date as PlainDate;
const SURREY = { forceArea: '45', localAuthority: 'E10000030' };
const KENT = { forceArea: '46', localAuthority: 'E10000016' };
const area = (given: DetailInput['area'], notedOn?: PlainDate): DetailInput => ({
  detail: 'areas',
  area: given,
  ...(notedOn ? { notedOn } : {}),
  ...TOLD,
});

describe('the area of a person', () => {
  it('is added with its source in words, and the old one stays', async () => {
    const { on, keep, subject } = await caseUnderTest();
    await keep(addDetail(area(KENT, day('2025-01-06')), await on()));
    await keep(addDetail(area(SURREY, day('2026-03-02')), await on()));
    const { value, sources } = await subject();
    expect(value.areas).toEqual([
      { ...KENT, notedOn: '2025-01-06' },
      { ...SURREY, notedOn: '2026-03-02' },
    ]);
    expect(sources['areas[1]']).toMatchObject([{ verbatim: 'Surrey, Surrey force area' }]);
    expect(areaOn(value.areas ?? [], day('2026-03-01'))).toMatchObject(KENT);
    expect(areaOn(value.areas ?? [], day('2026-03-02'))).toMatchObject(SURREY);
    expect(areaOn(value.areas ?? [], day('2024-12-31'))).toBeUndefined();
  });

  it('is corrected and ended, and one that has ended can be moved back to', async () => {
    const { on, keep, subject } = await caseUnderTest();
    await keep(addDetail(area(SURREY, day('2026-03-02')), await on()));
    await keep(correctDetail({ ...area(KENT, day('2026-03-02')), place: 0 }, await on()));
    expect((await subject()).value.areas).toEqual([{ ...KENT, notedOn: '2026-03-02' }]);
    expect(saysOf(addDetail(area(KENT, day('2026-04-01')), await on()))).toEqual([
      'already-held forceArea',
    ]);
    await keep(endDetail({ detail: 'areas', place: 0, until: day('2026-04-01') }, await on()));
    expect(areaOn((await subject()).value.areas ?? [], day('2026-04-02'))).toBeUndefined();
    await keep(addDetail(area(KENT, day('2026-05-01')), await on()));
    expect((await subject()).value.areas).toHaveLength(2);
  });

  it('can be outside England and Wales, and then has neither force nor council', async () => {
    const { on, keep, subject } = await caseUnderTest();
    await keep(addDetail(area({ outside: 'scotland' }, day('2026-03-02')), await on()));
    expect((await subject()).value.areas).toEqual([{ outside: 'scotland', notedOn: '2026-03-02' }]);
    const both = area({ outside: 'scotland', forceArea: '45' });
    expect(addDetail(both, await on())).toMatchObject({ ok: false, issues: [{ at: 'forceArea' }] });
  });

  it.each([
    ['nothing', {}, 'missing forceArea'],
    ['a council of another force', { ...SURREY, forceArea: '46' }, 'area-misfit localAuthority'],
    [
      'a council that is no more',
      { localAuthority: 'E10000006' },
      'code-not-in-force localAuthority',
    ],
    ['a code of nothing', { forceArea: '99' }, 'code-not-in-force forceArea'],
  ])('is not saved with %s', async (_what, given, code) => {
    const { on } = await caseUnderTest();
    expect(saysOf(addDetail(area(given), await on()))).toEqual([code]);
  });

  it('can be a council that has ended, for a day of its own', async () => {
    const { on, keep, subject } = await caseUnderTest();
    const cumbria = { localAuthority: 'E10000006' };
    await keep(addDetail(area(cumbria, day('2022-09-05')), await on()));
    expect((await subject()).value.areas).toHaveLength(1);
  });
});
