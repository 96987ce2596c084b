import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { POSTCODE_TABLE } from '../../testing/postcode-table.js';
import { areaOfPostcode } from './area-of-postcode.js';
import { postcodeTwice, tableWords } from './postcode-table.js';

const TODAY = '2026-12-02' as PlainDate;
const TABLES = [POSTCODE_TABLE];
const found = (text: string, on = TODAY) => {
  const { ok, issues, ...rest } = areaOfPostcode(text, TABLES, on);
  return ok && 'value' in rest ? rest.value : issues.map(({ code }) => code);
};

describe('the area of a postcode', () => {
  it('is that of its table, whose words come with it', () => {
    expect(found(' gu991ab ')).toEqual({
      forceArea: '45',
      localAuthority: 'E10000030',
      fromPostcode: 'GU99 1AB',
      fromTable:
        'Wendingshire postcodes, version 1.0.0, from Wendingshire cyber unit (proposed, checked on 2026-11-20)',
    });
    expect(found('GU99 2BB')).toMatchObject({ localAuthority: 'E10000030' });
  });

  it('is that of the day where a postcode has another council since', () => {
    expect(found('SO99 8AB', '2026-03-31' as PlainDate)).toMatchObject({
      localAuthority: 'E10000014',
    });
    expect(found('SO99 8AB')).toMatchObject({ localAuthority: 'E06000045' });
  });

  it('is not made of letters of two neighbours', () => {
    // BABBBD has the letters of AB and BB across its pairs.
    expect(found('GU99 2AB')).toEqual(['postcode-not-in-table']);
  });

  it.each([
    ['part of one', 'GU99 1', 'postcode-not-whole'],
    ['a district', 'GU99', 'postcode-not-whole'],
    ['no postcode at all', 'by the church', 'postcode-not-whole'],
    ['an unusual one', 'QQ1 1AA', 'postcode-not-whole'],
    ['one of Scotland', 'EH1 1AA', 'postcode-outside'],
    ['one of Northern Ireland', 'BT1 1AA', 'postcode-outside'],
    ['one of Jersey', 'JE2 3AA', 'postcode-outside'],
    ['one of no fixed address', 'ZZ99 3VZ', 'postcode-no-place'],
    ['one of nowhere', 'AA1 1AA', 'postcode-of-nowhere'],
    ['one that is in no table', 'M1 1AA', 'postcode-not-in-table'],
    ['one that has ended', 'SO99 8AD', 'postcode-ended'],
    ['one on the Scottish side of the border', 'TD1 1AA', 'postcode-not-in-table'],
  ])('is not worked out from %s, and a sentence says so', (_what, text, code) => {
    expect(found(text)).toEqual([code]);
    const [issue] = areaOfPostcode(text, TABLES, TODAY).issues;
    expect(issue).toMatchObject({ severity: 'warning', at: 'postcode' });
  });

  it('says in which country it is, and since when it is out of use', () => {
    const said = (text: string) => areaOfPostcode(text, TABLES, TODAY).issues[0]?.message;
    expect(said('EH1 1AA')).toBe(
      'EH1 1AA is in Scotland. No force of England and Wales has it: answer “Outside England and Wales”.',
    );
    expect(said('SO99 8AD')).toContain('has not been in use since 31 March 2026');
  });

  it('is not decided by letters of the border', () => {
    expect(found('TD15 1AA')).toMatchObject({ forceArea: '10' });
  });

  it('is asked without a word where there is no table', () => {
    expect(areaOfPostcode('M1 1AA', [], TODAY)).toEqual({ ok: false, issues: [] });
    expect(areaOfPostcode('EH1 1AA', [], TODAY).issues).toHaveLength(1);
  });

  it('is not worked out where two tables differ, in any order', () => {
    const other = {
      ...POSTCODE_TABLE,
      title: 'Another table',
      value: { areas: [{ forceArea: '46', postcodes: ['GU99 1AA'] }] },
    };
    for (const tables of [
      [POSTCODE_TABLE, other],
      [other, POSTCODE_TABLE],
    ]) {
      const { issues, ok } = areaOfPostcode('GU99 1AA', tables, TODAY);
      expect([ok, issues.map(({ code }) => code)]).toEqual([false, ['postcode-tables-differ']]);
      expect(issues[0]?.message).toContain(tableWords(other));
    }
    expect(areaOfPostcode('GU99 1AA', [POSTCODE_TABLE, POSTCODE_TABLE], TODAY).ok).toBe(true);
  });
});

describe('a table of postcodes', () => {
  it('has a postcode twice only on other days', () => {
    expect(postcodeTwice(POSTCODE_TABLE.value)).toBeUndefined();
    const [first, ...others] = POSTCODE_TABLE.value.areas;
    if (!first) throw new Error('no area');
    const twice = { areas: [first, { ...first, forceArea: '46' }, ...others] };
    expect(postcodeTwice(twice)).toBe('GU99 1AA');
  });
});
