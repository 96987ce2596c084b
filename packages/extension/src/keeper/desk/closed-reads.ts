/**
 * Answers without the records that are closed to the officer. Every verb that gives
 * something about a person passes through here or through `closed.refuse`.
 */
import {
  type Batch,
  type ClosedRecords,
  type ListAnswer,
  type ListName,
  type ListRowOf,
  type ListRows,
  RECORD_CLOSED,
  type RecordId,
  type SeenAnswer,
  type Trail,
} from '@cyber-prevent/core';

type Ids = ReadonlySet<RecordId>;
type AnyRow = ListRowOf[ListName];

/** Between the marker of an answer and the name of the set of closed subjects that it was given under. */
const UNDER = '~';

/**
 * Rows of a list: a closed person is one row without a fact, in the list of subjects alone. Given whole again when a
 * record was closed or opened since the last answer.
 */
export async function openRows(
  { lists, closed }: { readonly lists: ListRows; readonly closed: ClosedRecords },
  list: ListName,
  since: string | undefined,
): Promise<ListAnswer<AnyRow>> {
  const [ids, version] = [await closed.ids(), await closed.version()];
  const [as, under] = since?.split(UNDER) ?? [];
  const answer = await lists.rows(list, under === version ? as : undefined);
  const rows: readonly AnyRow[] = answer.rows;
  const hidden = rows.filter((row) => isAbout(row, ids));
  const marked = { ...answer, as: `${answer.as}${UNDER}${version}` };
  if (hidden.length === 0) return marked;
  const open = rows.filter((row) => !isAbout(row, ids));
  if (list === 'subjects') return { ...marked, rows: [...open, ...hidden.map(closedRow)] };
  const gone = answer.isWhole ? answer.gone : [...answer.gone, ...hidden.map(({ id }) => id)];
  return { ...marked, rows: open, gone };
}

function isAbout(row: AnyRow, ids: Ids): boolean {
  return ids.has(row.id) || ('subjectId' in row && ids.has(row.subjectId as RecordId));
}

function closedRow({ id }: AnyRow): ListRowOf['subjects'] {
  return { id, name: RECORD_CLOSED, otherNames: [], references: [], isClosed: true };
}

export function openSeen(answer: SeenAnswer, ids: Ids): SeenAnswer {
  if (ids.size === 0) return answer;
  const open = ({ person }: SeenAnswer['people'][number]) => !ids.has(person);
  const origins = Object.entries(answer.origins).filter(
    ([key]) => !ids.has(key.split(' ')[0] as RecordId),
  );
  return {
    ...answer,
    people: answer.people.filter(open),
    apart: answer.apart.filter(open),
    origins: Object.fromEntries(origins),
  };
}

export function openTrail({ revisions, disclosures }: Trail, ids: Ids): Trail {
  return {
    revisions: revisions.filter(({ record }) => !ids.has(record)),
    disclosures: disclosures.filter(({ records }) => !records.some((id) => ids.has(id))),
  };
}

/** Batches without the content about closed records: as after a disposal, only the commitments remain. */
export function openBatch(batch: Batch, ids: Ids): Batch {
  const { received } = batch;
  return {
    ...batch,
    revisions: batch.revisions.map((entry) =>
      entry && ids.has(entry.content.record) ? null : entry,
    ),
    ...(received
      ? {
          received: received.map(
            (entry) => entry && { ...entry, content: openBatch(entry.content, ids) },
          ),
        }
      : {}),
  };
}
