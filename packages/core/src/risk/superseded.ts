/** Says whether an instrument can still start anything new, and names its replacement. */
import { writtenDate } from '../shared/dates.js';
import type { Issue } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Instrument } from './instrument.js';

/** An instrument as an assessment names it. */
export interface InstrumentRef {
  readonly id: string;
  readonly version: string;
}

/**
 * Returns an issue if the instrument is not the one in use: it names its replacement, or there is a later version among
 * the instruments. Undefined if it is in use.
 *
 * @param instruments - the available ones, by id, as `gatherInstruments` gives them
 */
export function supersession(
  named: InstrumentRef & Pick<Instrument, 'title' | 'supersededBy'>,
  instruments: ReadonlyMap<string, Instrument>,
  on: PlainDate,
): Issue | undefined {
  const { id, version, title, supersededBy: by } = named;
  if (by && by.on <= on) {
    const other = instruments.get(by.id ?? id);
    const name = other && other.id !== id ? `“${other.title}” ` : '';
    return superseded(
      `“${title}” ${version} was superseded on ${writtenDate(by.on as PlainDate)}. Use ${name}version ${by.version}.`,
    );
  }
  const held = instruments.get(id);
  if (held && compareVersions(held.version, version) > 0)
    return superseded(`“${title}” ${version} was superseded. Use version ${held.version}.`);
  return undefined;
}

function superseded(message: string): Issue {
  return { code: 'instrument-superseded', severity: 'error', message, at: 'instrument' };
}

/** Compares versions; below 0 if the first is earlier. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const place = [0, 1, 2].find((each) => a?.[each] !== b?.[each]);
  return place === undefined ? 0 : (a?.[place] ?? 0) - (b?.[place] ?? 0);
}
