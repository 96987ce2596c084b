/** The line about a person, from the records as they are now. It is not logged: the screen that shows it has its own look. */
import {
  type ClosedRecords,
  type FollowedDiary,
  isTold,
  LINE_KINDS,
  type PlainDate,
  personLine,
  type RecordId,
  type RecordStore,
  requestStanding,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { PersonLineRead } from '../../ports/person-line-read.js';

interface PersonLineSource {
  readonly diary: FollowedDiary;
  readonly store: Pick<RecordStore, 'get' | 'query'>;
  readonly closed: Pick<ClosedRecords, 'declared'>;
}

export async function readPersonLine(
  { diary, store, closed }: PersonLineSource,
  subjectId: RecordId,
  today: PlainDate,
): Promise<PersonLineRead | undefined> {
  const declared = (await closed.declared()).get(subjectId);
  if (declared) {
    const { askedOn, toName } = declared.value;
    return {
      name: 'closed',
      declaredOn: askedOn,
      supervisor: toName,
      isTold: isTold(declared),
      isAnswered: requestStanding(declared) === 'answered',
    };
  }
  const subject = await store.get('subject', subjectId);
  if (!subject) return undefined;
  const found = await Promise.all(
    LINE_KINDS.map((kind) => store.query(kind, { subjectId } as object)),
  );
  const records: readonly StoredRecord[] = found.flat();
  const { entries } = await diary.read(today);
  return { name: 'shown', line: personLine(subject, records, { today, entries }), today };
}
