import { describe, expect, it } from 'vitest';
import type { SubjectRow } from '../../../casework/person/list-rows.js';
import type { PlainDate } from '../../../shared/primitives.js';
import { buildId } from '../../../testing/fiction/builder.js';
import { areaOfList } from './subject-fields.js';

const day = (date: string) => date as PlainDate;
const KENT = { forceArea: '46', localAuthority: 'E10000016', notedOn: day('2025-01-06') };
const SURREY = { forceArea: '45', localAuthority: 'E10000030', notedOn: day('2026-03-02') };
const row = (more: Partial<SubjectRow>): SubjectRow => ({
  id: buildId(),
  name: 'Tobias Wren',
  otherNames: [],
  references: [],
  ...more,
});

describe('the area of a row', () => {
  it('is where the person lives on the day of the list', () => {
    const moved = row({ areas: [KENT, SURREY], forceAreas: ['44'] });
    expect(areaOfList(moved, day('2026-03-01'))).toMatchObject({ forceArea: '46' });
    expect(areaOfList(moved, day('2026-03-02'))).toMatchObject({ forceArea: '45' });
  });

  it('is what the latest referral says while none is known, and after the last has ended', () => {
    const said = { forceAreas: ['44', '45'], authorities: ['E06000045'] };
    const expected = { forceArea: '44', localAuthority: 'E06000045' };
    expect(areaOfList(row(said), day('2026-12-02'))).toEqual(expected);
    const left = { ...said, areas: [{ ...KENT, until: day('2026-06-30') }] };
    expect(areaOfList(row(left), day('2026-12-02'))).toEqual(expected);
  });

  it('is nothing of a referral for somebody outside England and Wales', () => {
    const away = row({
      areas: [{ outside: 'scotland', notedOn: day('2026-03-02') }],
      forceAreas: ['44'],
    });
    expect(areaOfList(away, day('2026-12-02'))).toEqual({
      outside: 'scotland',
      notedOn: '2026-03-02',
    });
  });
});
