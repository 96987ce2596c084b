/** Whether an instrument still starts anything new, and which one does in its place. */
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
 * What there is to say of an instrument that is not the one in use: it says so itself, or a later version is among the
 * instruments. Nothing where it is in use.
 *
 * @param instruments - those at hand, by id, as `gatherInstruments` gives them
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

/** Below 0 when the first is the earlier. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const place = [0, 1, 2].find((each) => a?.[each] !== b?.[each]);
  return place === undefined ? 0 : (a?.[place] ?? 0) - (b?.[place] ?? 0);
}
