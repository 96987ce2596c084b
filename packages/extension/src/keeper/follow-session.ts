/** The officer’s diary of an open vault, by the rules that ship. Nothing is read before it is asked for the first time. */
import {
  type CodeLists,
  type FollowedDiary,
  followDiary,
  gatherCodeLists,
  gatherTriggers,
  type RecordId,
  type RecordStore,
  workingCalendar,
} from '@cyber-prevent/core';

export function followSession(
  store: Pick<RecordStore, 'get' | 'query' | 'subscribe'>,
  given: CodeLists | undefined,
  officer: RecordId,
): FollowedDiary {
  let followed: FollowedDiary | undefined;
  const begin = (): FollowedDiary => {
    const lists = given ?? gatherCodeLists();
    return followDiary(store, {
      calendar: workingCalendar(),
      lists,
      triggers: gatherTriggers(lists),
      officer,
      pause: () => new Promise((go) => setTimeout(go)),
    });
  };
  return {
    async read(today) {
      followed ??= begin();
      return followed.read(today);
    },
    stop() {
      followed?.stop();
      followed = undefined;
    },
  };
}
