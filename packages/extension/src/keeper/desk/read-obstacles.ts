/** Obstacles to acts on a person, from the records as they are now. The acts refuse by themselves. */
import {
  type FollowedDiary,
  type GuardedAct,
  obstacleTo,
  type PlainDate,
  type RecordId,
  type RecordKind,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { ObstaclesRead } from '../../ports/obstacles-read.js';

const ACTS: readonly GuardedAct[] = [
  'close',
  'dispose',
  'ask-check',
  'summarise',
  'page-for-visit',
];
/** The kinds that can be in the way. */
const KINDS = [
  'safeguardingConcern',
  'decision',
  'hold',
  'contactCheck',
  'referral',
  'contactPlan',
] as const satisfies readonly RecordKind[];

export async function readObstacles(
  { diary, store }: { readonly diary: FollowedDiary; readonly store: Pick<RecordStore, 'query'> },
  subject: RecordId,
  today: PlainDate,
): Promise<ObstaclesRead> {
  const found = await Promise.all(
    KINDS.map((kind) => store.query(kind, { subjectId: subject } as object)),
  );
  const records: readonly StoredRecord[] = found.flat();
  const { entries } = await diary.read(today);
  const due = entries.filter(({ about }) => about === subject);
  const before = ACTS.flatMap((act) => {
    const obstacle = obstacleTo(act, records, subject, due);
    return obstacle ? [[act, obstacle] as const] : [];
  });
  return { subject, before: Object.fromEntries(before) };
}
