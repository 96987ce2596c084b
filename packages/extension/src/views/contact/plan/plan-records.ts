/** Records that the acts of a plan rely on: read at the act, so that saves from another window count. */
import type { RecordId, RecordKind, RecordStore, StoredRecord } from '@cyber-prevent/core';

/** Kinds that the forms of a plan show or rely on. */
export const PLAN_KINDS = [
  'plan',
  'objective',
  'planReview',
  'session',
  'intervention',
] as const satisfies readonly RecordKind[];

/** The look at the person was logged when the form was opened. */
export async function planRecords(
  store: Pick<RecordStore, 'query'>,
  subjectId: RecordId,
): Promise<readonly StoredRecord[]> {
  const kinds = ['plan', 'objective', 'session'] as const;
  return (await Promise.all(kinds.map((kind) => store.query(kind, { subjectId })))).flat();
}
