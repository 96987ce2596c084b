/**
 * The officer’s diary of an open vault, by the force’s own rules where its policy has some. Nothing is read before the
 * first request.
 */
import {
  type CodeLists,
  type FollowedDiary,
  type FollowOptions,
  followDiary,
  gatherCodeLists,
  gatherRetention,
  gatherTimeLimits,
  gatherTriggers,
  type RecordId,
  type RecordStore,
  type Trigger,
  workingCalendar,
} from '@cyber-prevent/core';
import type { Policy } from '../../ports/services.js';

type DiaryPolicy = Pick<Policy, 'retention' | 'timeLimits' | 'given'>;

export interface FollowSessionOptions extends Pick<FollowOptions, 'first'> {
  readonly officer: RecordId;
  /** Replaces the shipped lists. */
  readonly lists?: CodeLists | undefined;
  readonly triggers?: readonly Trigger[];
  /**
   * Read once, with the first reading. If it cannot be read, the shipped rules apply: the diary is always available.
   */
  readonly policy?: (() => Promise<DiaryPolicy>) | undefined;
}

export function followSession(
  store: Pick<RecordStore, 'get' | 'query' | 'subscribe'>,
  {
    officer,
    lists = gatherCodeLists(),
    triggers = gatherTriggers(lists),
    policy = async () => ({}),
    first,
  }: FollowSessionOptions,
): FollowedDiary {
  let followed: Promise<FollowedDiary> | undefined;
  const begin = async (): Promise<FollowedDiary> => {
    const { retention, timeLimits, given = {} } = await policy().catch((): DiaryPolicy => ({}));
    return followDiary(store, {
      calendar: workingCalendar(),
      lists,
      triggers: given.triggers ? gatherTriggers(lists, given.triggers) : triggers,
      ...(given.monitoring ? { monitoring: given.monitoring } : {}),
      retention: gatherRetention(retention),
      limits: gatherTimeLimits(given.limitsByDay ?? timeLimits ?? []),
      officer,
      // The first records are those that the triggers of the release need.
      ...(first && !given.triggers ? { first } : {}),
      pause: () => new Promise((go) => setTimeout(go)),
    });
  };
  return {
    async read(today) {
      followed ??= begin();
      return (await followed).read(today);
    },
    stop() {
      // Also stops one whose policy is still being read: no listener may remain. Its reader was given any failure to
      // begin.
      void followed?.then(
        (begun) => begun.stop(),
        () => undefined,
      );
      followed = undefined;
    },
  };
}
