/** Adds to acts that cannot be done now what has to be done first. */
import type { ActObstacle } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { ObstaclesRead } from '../../../ports/obstacles-read.js';
import { GUARDED, obstacleWords } from '../../subject/menu/why-not.js';
import type { Entry } from './entries.js';

/** More people are quicker told apart by a longer name. */
const MOST_PEOPLE = 5;

export function useWhyNot(entries: readonly Entry[]): readonly Entry[] {
  const { services } = useApp();
  const known = useSignal<ReadonlyMap<string, ObstaclesRead['before']>>(new Map());
  const people = [
    ...new Set(entries.flatMap(({ act = '', person }) => (act in GUARDED && person?.id) || [])),
  ];
  const ids = people.slice(0, MOST_PEOPLE);
  useLayoutEffect(() => {
    let isOver = false;
    void Promise.all(
      ids.map(async (id) => {
        // An act that is not marked here is refused where it is done.
        const read = await services.ask('obstacles', [id]).catch(() => undefined);
        return [id, read?.before ?? {}] as const;
      }),
    ).then((all) => {
      if (!isOver) known.value = new Map(all);
    });
    return () => {
      isOver = true;
    };
  }, [services, ids.join(), known]);
  return entries.map((entry) => {
    const obstacle = obstacleOf(entry, known.value);
    if (!obstacle || !entry.person) return entry;
    return { ...entry, whyNot: obstacleWords(obstacle, entry.person.id).words };
  });
}

function obstacleOf(
  { act = '', person }: Entry,
  known: ReadonlyMap<string, ObstaclesRead['before']>,
): ActObstacle | undefined {
  const guarded = Object.hasOwn(GUARDED, act) ? GUARDED[act] : undefined;
  return guarded && person && known.get(person.id)?.[guarded];
}
