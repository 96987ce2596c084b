/** Laws of areas: only a whole postcode decides, and what a table gives passes the gate. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate } from '../../shared/primitives.js';
import { buildId } from '../../testing/fiction/builder.js';
import { areaIssues } from './area-law.js';
import { areaOfPostcode } from './area-of-postcode.js';
import type { GivenPostcodeTable, PostcodeArea } from './postcode-table.js';

const TODAY = '2026-12-02' as PlainDate;
const LISTS = gatherCodeLists();
const UNITS = [...'ABDEFGHJLNPQRSTUWXYZ'];
const unit = fc
  .tuple(fc.constantFrom(...UNITS), fc.constantFrom(...UNITS))
  .map((two) => two.join(''));
const sector = fc
  .tuple(fc.constantFrom('SO14', 'M1', 'GU21', 'TD15', 'W1A'), fc.integer({ min: 0, max: 9 }))
  .map(([outward, digit]) => `${outward} ${digit}`);
const COUNCILS = [
  { forceArea: '44', localAuthority: 'E06000045' },
  { forceArea: '45', localAuthority: 'E10000030' },
  { forceArea: '10', localAuthority: 'E06000057' },
];

/** A table with the council of each of its postcodes. */
const tables = fc
  .uniqueArray(fc.tuple(sector, unit, fc.nat(COUNCILS.length - 1)), {
    selector: ([one, two]) => one + two,
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => {
    const areas = COUNCILS.flatMap((council, nth): PostcodeArea[] => {
      const own = rows.filter(([, , of]) => of === nth);
      const sectors = [...new Set(own.map(([each]) => each))];
      const postcodes = sectors.map(
        (each) => each + own.flatMap(([of, two]) => (of === each ? [two] : [])).join(''),
      );
      return postcodes.length === 0 ? [] : [{ ...council, postcodes }];
    });
    const table: GivenPostcodeTable = {
      id: 'a-table',
      title: 'A table',
      version: '1.0.0',
      standing: 'proposed',
      checkedOn: TODAY,
      value: { areas },
    };
    return { table, rows };
  });

it('finds each postcode of a table in its council, and no other, however it is written', () => {
  fc.assert(
    fc.property(tables, sector, unit, ({ table, rows }, of, two) => {
      for (const [each, letters, nth] of rows)
        expect(areaOfPostcode(`${each}${letters}`.toLowerCase(), [table], TODAY)).toMatchObject({
          value: COUNCILS[nth],
        });
      const isThere = rows.some(([each, letters]) => each === of && letters === two);
      expect(areaOfPostcode(`${of}${two}`, [table], TODAY).ok).toBe(isThere);
    }),
  );
});

it('never works an area out from a part of a postcode', () => {
  fc.assert(
    fc.property(tables, fc.nat(6), ({ table, rows }, cut) => {
      const [[of, two] = ['', '']] = rows;
      const whole = `${of}${two}`;
      const part = whole.slice(0, Math.min(cut, whole.length - 1));
      const found = areaOfPostcode(part, [table], TODAY);
      expect([found.ok, found.issues.length]).toEqual([false, 1]);
    }),
  );
});

it('lets through the gate what a table gives, and nothing else that says it is of a table', () => {
  fc.assert(
    fc.property(tables, fc.nat(COUNCILS.length - 1), ({ table, rows }, other) => {
      const [[of, two, own] = ['', '', 0]] = rows;
      const found = areaOfPostcode(`${of}${two}`, [table], TODAY);
      if (!found.ok) throw new Error('not found');
      const areas = [{ ...found.value, ...COUNCILS[other], notedOn: TODAY }];
      const record = {
        kind: 'subject' as const,
        id: buildId(),
        before: undefined,
        after: { areas },
        set: { areas },
        sources: {},
      };
      const said = { reason: 'case-work', audit: [] };
      const issues = areaIssues(record, [record], { lists: LISTS, tables: [table], said });
      expect(issues.length === 0).toBe(own === other);
    }),
  );
});
