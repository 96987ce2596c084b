/**
 * The part of a timeline that may be handed on as a chronology. Notes are graded and handled apart, concerns have their
 * own channels, a rating is an officer's own work before an assessment, and a day on which a page was read or a detail
 * noted is not an event in the life of the person.
 */
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { TimelineEntry } from './timeline.js';

/** The parts of a timeline entry that may be printed, and the record that it is about, which is not. */
export type ChronologyLine = Pick<TimelineEntry, 'on' | 'summary' | 'source' | 'record'>;

const APART: ReadonlySet<RecordKind> = new Set([
  'intelligenceNote',
  'safeguardingConcern',
  'rating',
  'sealedRating',
]);

/** Its lines would tell whoever reads them that somebody investigates; inside, it is due and shown like any other. */
const INVESTIGATION: RecordKind = 'contactCheck';

/** True if records of the kind are not handed on among others: not their events, nor what is due on them. */
export function staysApart(kind: RecordKind): boolean {
  return APART.has(kind);
}

/**
 * The entries that may be handed on.
 *
 * @param preparedOn - nothing later is included: it has not happened yet
 */
export function handedOn(
  entries: readonly TimelineEntry[],
  preparedOn: PlainDate,
): readonly TimelineEntry[] {
  return entries.filter(
    ({ kind, isNoting, on }) =>
      !staysApart(kind) && kind !== INVESTIGATION && !isNoting && on <= preparedOn,
  );
}

export function chronologyLines(
  entries: readonly TimelineEntry[],
  preparedOn: PlainDate,
): readonly ChronologyLine[] {
  return handedOn(entries, preparedOn).map(({ on, summary, source, record }) => ({
    on,
    summary,
    source,
    record,
  }));
}
