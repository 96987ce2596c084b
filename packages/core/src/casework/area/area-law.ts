/** The law of areas: a local authority stands with its own force, and nothing is said to be of a table that is not. */
import type { CodeLists } from '../../codes/code-list.js';
import type { DatedArea } from '../../record/dated-area.js';
import { canonical } from '../../shared/canonical.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { SaidOfSave, SavedRecord } from '../../store/log/gate.js';
import { areaFitIssues } from './area-fit.js';
import { areasOfPostcode, type GivenPostcodeTable, tableWords } from './postcode-table.js';

interface AreaLaw {
  readonly lists: CodeLists;
  /** Every table that was ever held: an area keeps the one that it was worked out from. */
  readonly tables: readonly GivenPostcodeTable[];
  readonly said: SaidOfSave;
}

export function areaIssues(
  record: SavedRecord,
  saved: readonly SavedRecord[],
  law: AreaLaw,
): readonly Issue[] {
  const { kind, after, set } = record;
  if (after === undefined) return [];
  if (kind === 'subject') return 'areas' in set ? newAreaIssues(record, saved, law) : [];
  if (kind !== 'referral' && kind !== 'intervention') return [];
  if (!('forceArea' in set || 'localAuthority' in set)) return [];
  const on = kind === 'referral' ? after.receivedOn : after.heldOn;
  return areaFitIssues(after, law.lists, on as PlainDate);
}

/** Judges only areas that the person did not have before, nor anybody whose record the save changes too: one is moved. */
function newAreaIssues(
  { after }: SavedRecord,
  saved: readonly SavedRecord[],
  { lists, tables, said }: AreaLaw,
): readonly Issue[] {
  const before = new Set(
    saved.flatMap(({ kind, before: held, restores }) =>
      kind === 'subject' ? [...areasIn(held?.value), ...areasIn(restores?.value)].map(claimOf) : [],
    ),
  );
  return areasIn(after).flatMap((area) => {
    if (before.has(claimOf(area))) return [];
    return [
      ...areaFitIssues(area, lists, area.notedOn),
      // An undone save comes back as it was, also if a colleague looked it up in a table that is not here.
      ...(said.reason === 'undo' || isOfItsTable(area, tables) ? [] : [NOT_OF_TABLE]),
    ];
  });
}

function areasIn(value: object | undefined): readonly DatedArea[] {
  const areas: unknown = value && Reflect.get(value, 'areas');
  return Array.isArray(areas) ? (areas as DatedArea[]) : [];
}

/** An area without its days: one that ends says the same. */
function claimOf({ notedOn: _, until: __, ...claim }: DatedArea): string {
  return canonical(claim);
}

function isOfItsTable(
  { fromPostcode, fromTable, forceArea, localAuthority, outside }: DatedArea,
  tables: readonly GivenPostcodeTable[],
): boolean {
  if (fromPostcode === undefined && fromTable === undefined) return true;
  if (fromPostcode === undefined || fromTable === undefined || outside !== undefined) return false;
  return tables
    .filter((table) => tableWords(table) === fromTable)
    .flatMap(({ value }) => areasOfPostcode(value, fromPostcode))
    .some((area) => area.forceArea === forceArea && area.localAuthority === localAuthority);
}

const NOT_OF_TABLE: Issue = {
  code: 'area-not-of-table',
  severity: 'error',
  message:
    'The table of postcodes does not give this area for this postcode. Look it up again, or choose the area yourself.',
  at: 'areas',
};
