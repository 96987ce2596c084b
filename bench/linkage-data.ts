/**
 * Labelled data of one table each, all of fictional people: the known facts of each record, and which records are the
 * same person.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LinkageSet {
  readonly name: string;
  readonly rows: readonly LinkageRow[];
}

export interface LinkageRow {
  readonly id: string;
  /** The rows of one entity are one person. */
  readonly entity: string;
  readonly given: string;
  readonly family: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly born: string;
  readonly email: string;
  readonly reference: string;
  readonly address: string;
  readonly postcode: string;
}

type Cells = Readonly<Record<string, string>>;

/** Every set of a known shape in the folder, by name; none without a folder. */
export function linkageSets(folder: string): readonly LinkageSet[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .flatMap((file) => {
      const cells = readCsv(readFileSync(join(folder, file), 'utf8'));
      const read = shapeOf(cells[0] ?? {});
      return read ? [{ name: file.replace(/\.csv$/, ''), rows: cells.map(read) }] : [];
    });
}

function shapeOf(cells: Cells): ((cells: Cells) => LinkageRow) | undefined {
  if ('rec_id' in cells && 'soc_sec_id' in cells) return febrlRow;
  if ('unique_id' in cells && 'cluster' in cells) return splinkRow;
  return undefined;
}

/** A duplicate’s `rec-12-dup-0` names the original `rec-12-org`. */
function febrlRow(cells: Cells): LinkageRow {
  const [, day = ''] = /^(\d{8})$/.exec(cells.date_of_birth ?? '') ?? [];
  const lines = ['street_number', 'address_1', 'address_2', 'suburb'].map((name) => cells[name]);
  return {
    id: cells.rec_id ?? '',
    entity: /^rec-\d+/.exec(cells.rec_id ?? '')?.[0] ?? '',
    given: cells.given_name ?? '',
    family: cells.surname ?? '',
    born: day && `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
    email: '',
    reference: cells.soc_sec_id ?? '',
    address: lines.filter(Boolean).join('\n'),
    postcode: cells.postcode ?? '',
  };
}

function splinkRow(cells: Cells): LinkageRow {
  return {
    id: cells.unique_id ?? '',
    entity: cells.cluster ?? '',
    given: cells.first_name ?? '',
    family: cells.surname ?? '',
    born: cells.dob ?? '',
    email: cells.email ?? '',
    reference: '',
    address: cells.city ?? '',
    postcode: '',
  };
}

/** Plain cells: none of the sets quotes one. */
function readCsv(text: string): readonly Cells[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = head.split(',').map((name) => name.trim());
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.trim());
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
