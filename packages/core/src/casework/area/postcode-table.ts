/**
 * A table of full postcodes with the force and the local authority that each is in: data of a definition pack. Parts of a
 * postcode are never looked up, since they cross councils.
 */
import * as v from 'valibot';
import { PlainDate } from '../../shared/primitives.js';

/** First half, digit of the sector, then two letters for each postcode: `SO14 7 LP LQ` or `SO14 7LPLQ`. */
const SECTOR_LINE = /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]( ?[ABD-HJLNP-UW-Z]{2})+$/;
const Code = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'Use a code of the list'),
);

/** The postcodes of one force and local authority with the same days. */
export const PostcodeArea = v.pipe(
  v.strictObject({
    /** A code of `force`. */
    forceArea: v.exactOptional(Code),
    /** A code of `local-authority`. */
    localAuthority: v.exactOptional(Code),
    /** First and last civil day on which these postcodes were in use there. */
    from: v.exactOptional(PlainDate),
    to: v.exactOptional(PlainDate),
    /** One line for each sector. */
    postcodes: v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.regex(
            SECTOR_LINE,
            'Write the sector, then two letters for each postcode: SO14 7 LP LQ',
          ),
        ),
      ),
      v.minLength(1, 'Give at least one'),
    ),
  }),
  v.check(
    ({ forceArea, localAuthority }) => forceArea !== undefined || localAuthority !== undefined,
    'Name the force, the local authority or both',
  ),
  v.check(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    'It ends before it begins',
  ),
);
export type PostcodeArea = v.InferOutput<typeof PostcodeArea>;

export const PostcodeTable = v.strictObject({
  areas: v.pipe(
    v.array(PostcodeArea),
    v.minLength(1, 'Give at least one'),
    v.maxLength(2000, 'Give 2,000 at most'),
  ),
});
export type PostcodeTable = v.InferOutput<typeof PostcodeTable>;

/** A table in force, with the words that say where an area came from. */
export interface GivenPostcodeTable {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly standing: string;
  readonly checkedOn: PlainDate;
  /** Name of the issuer; absent for one that comes with no pack. */
  readonly issuer?: string;
  readonly value: PostcodeTable;
}

/** Of a line of a record. */
const LONGEST_WORDS = 500;

interface SectorPart {
  readonly area: PostcodeArea;
  /** Two letters for each postcode, without spaces. */
  readonly units: string;
}

const indexed = new WeakMap<PostcodeTable, ReadonlyMap<string, readonly SectorPart[]>>();

/** The lines by sector, worked out once for each table: the postcodes stay in the text that they came in. */
export function sectorsOf(table: PostcodeTable): ReadonlyMap<string, readonly SectorPart[]> {
  const known = indexed.get(table);
  if (known) return known;
  const sectors = new Map<string, SectorPart[]>();
  for (const area of table.areas)
    for (const line of area.postcodes) {
      const [outward = '', rest = ''] = [
        line.slice(0, line.indexOf(' ')),
        line.slice(line.indexOf(' ') + 1),
      ];
      const sector = `${outward} ${rest.slice(0, 1)}`;
      const part = { area, units: rest.slice(1).replaceAll(' ', '') };
      const held = sectors.get(sector);
      if (held) held.push(part);
      else sectors.set(sector, [part]);
    }
  indexed.set(table, sectors);
  return sectors;
}

/**
 * The areas that a table has for a postcode, whatever their days.
 *
 * @param postcode - whole, in capitals, with one space
 */
export function areasOfPostcode(table: PostcodeTable, postcode: string): readonly PostcodeArea[] {
  const unit = postcode.slice(-2);
  const parts = sectorsOf(table).get(postcode.slice(0, -2)) ?? [];
  return parts.filter(({ units }) => hasUnit(units, unit)).map(({ area }) => area);
}

/** A postcode that two parts of a table have on one day, with both; undefined if there is none. */
export function postcodeTwice(table: PostcodeTable): string | undefined {
  for (const [sector, parts] of sectorsOf(table)) {
    const seen = new Map<string, PostcodeArea[]>();
    for (const { area, units } of parts)
      for (let at = 0; at < units.length; at += 2) {
        const unit = units.slice(at, at + 2);
        const before = seen.get(unit) ?? [];
        if (before.some((other) => meets(other, area))) return `${sector}${unit}`;
        seen.set(unit, [...before, area]);
      }
  }
  return undefined;
}

function meets(one: PostcodeArea, other: PostcodeArea): boolean {
  const { from = '', to = '9999-12-31' } = one;
  return from <= (other.to ?? '9999-12-31') && (other.from ?? '') <= to;
}

function hasUnit(units: string, unit: string): boolean {
  for (let at = units.indexOf(unit); at >= 0; at = units.indexOf(unit, at + 1))
    if (at % 2 === 0) return true;
  return false;
}

/** The line that a record keeps of the table that its area was worked out from. */
export function tableWords({
  title,
  version,
  issuer,
  standing,
  checkedOn,
}: Omit<GivenPostcodeTable, 'id' | 'value'>): string {
  const from = issuer === undefined ? '' : `, from ${issuer}`;
  const words = `${title}, version ${version}${from} (${standing}, checked on ${checkedOn})`;
  return words.slice(0, LONGEST_WORDS);
}
