import type { DraftRow as Row } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DraftState } from '../use-draft.js';
import { DraftGroup } from './draft-group.js';
import type { GroupName, RowGroup } from './row-group.js';
import { firstRoom, PAGE, type RowCounts, STEP, withMore } from './row-room.js';

export interface DraftListProps {
  groups: readonly RowGroup[];
  state: DraftState;
  onPoint: (row: Row | undefined) => Promise<boolean>;
  takeable: (group: RowGroup) => number;
  onTakeAll: (group: RowGroup) => void;
}

/** Every group of the draft. Rows that fit in the window are painted first, without waiting for the rest. */
export function DraftList({ groups, state, onPoint, takeable, onTakeAll }: DraftListProps) {
  const asked = useSignal<RowCounts>(new Map());
  // The last group is folded away: none of its rows is rendered before it is opened.
  const wanted = (name: GroupName): number =>
    asked.value.get(name) ?? (name === 'other' ? 0 : PAGE);
  const shown = useSignal(withMore(groups, new Map(), wanted, firstRoom(innerHeight)));
  const isPainted = useSignal(false);
  // Adds rows after each frame, so that no frame is long.
  useEffect(() => {
    isPainted.value = true;
    shown.value = withMore(groups, shown.value, wanted, STEP);
  });
  const ask = (name: GroupName): void => {
    asked.value = new Map(asked.value).set(name, wanted(name) + PAGE);
  };
  const inWindow = (group: RowGroup, place: number): boolean =>
    isPainted.value || place === 0 || shown.value.has(group.name);
  return groups
    .filter(inWindow)
    .map((group) => (
      <DraftGroup
        key={group.name}
        group={group}
        shown={shown.value.get(group.name) ?? 0}
        wanted={wanted(group.name)}
        state={state}
        onPoint={onPoint}
        onMore={ask}
        takeable={takeable(group)}
        onTakeAll={() => onTakeAll(group)}
      />
    ));
}
