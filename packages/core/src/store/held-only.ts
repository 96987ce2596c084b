/**
 * Captures that only some records ever named, and withdrawn records that belong to only their subjects. Histories are needed to
 * find captures: if everything from a page was corrected since, no current record names it.
 */
import type { Sources } from '../record/provenance.js';
import type { RecordId } from '../shared/primitives.js';
import type { Folded } from './folded.js';
import type { Ledger } from './ledger.js';
import type { HeldOnly } from './log/port.js';
import { textsIn } from './receive/reach.js';

/**
 * Finds the captures that no records but these ever named, and the withdrawn records that belong to only their subjects:
 * one that was moved before it was withdrawn belongs to the person it was moved to. One of whom somebody was disposed of
 * before waits for the others alone. Reads the histories of these records. Only if they name a capture are all other records examined too, with their histories.
 */
export async function heldOnlyWith(
  ids: readonly RecordId[],
  ledger: Pick<Ledger, 'records' | 'revisionsAmong' | 'disposed'>,
): Promise<readonly HeldOnly[]> {
  const { records, disposed } = ledger;
  const going = new Set<Folded>(ids.flatMap((id) => records.find(id) ?? []));
  const asked = new Set([...going].map(({ id }) => id));
  const withdrawn = [...records.all()].filter((entry) => {
    const owners = entry.isWithdrawn ? ownersOf(entry) : [];
    return (
      owners.length > 0 && owners.every((subject) => asked.has(subject) || disposed.has(subject))
    );
  });
  for (const entry of withdrawn) going.add(entry);

  const only = new Map<RecordId, Folded>();
  for await (const id of namedEver([...going], ledger)) {
    const entry = records.find(id);
    if (entry?.kind === 'sourceCapture') only.set(id, entry);
  }
  if (only.size > 0) {
    const staying = [...records.all()].filter((entry) => !going.has(entry));
    for await (const id of namedEver(staying, ledger)) {
      only.delete(id);
      if (only.size === 0) break;
    }
  }
  return [...new Set([...withdrawn, ...only.values()])].map(({ kind, id, isWithdrawn }) => ({
    kind,
    id,
    isWithdrawn,
  }));
}

/** The subjects that a withdrawn record belongs to; every one that it ever named while part of it is not here. */
function ownersOf({ head: { branches }, subjects }: Folded): readonly RecordId[] {
  const named = branches.map(({ value, isIncomplete }) =>
    isIncomplete ? undefined : (value.subjectId as RecordId | undefined),
  );
  return named.every((subject) => subject !== undefined) ? [...new Set(named)] : subjects;
}

/** Ids that any revision of these records names: first from the current records, then from those with a history. */
async function* namedEver(
  entries: readonly Folded[],
  ledger: Pick<Ledger, 'revisionsAmong'>,
): AsyncGenerator<RecordId> {
  for (const { id, head } of entries)
    for (const { value, sources } of head.branches) yield* namedBy(id, value, sources);
  const changed = entries.filter(({ revisions }) => revisions.length > 1);
  for await (const { record, set, sources = {} } of ledger.revisionsAmong(changed))
    yield* namedBy(record, set, sources);
}

/** Ids in the sources, and in the values too: an answer in an assessment names the page it rests on. */
function* namedBy(record: RecordId, value: object, sources: Sources): Generator<RecordId> {
  for (const refs of Object.values(sources)) for (const { capture } of refs) yield capture;
  for (const text of textsIn(value)) if (text !== record) yield text as RecordId;
}
