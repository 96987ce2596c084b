/** Rows of a file that may be about one person: compared with each other once, while the list is on screen. */
import { alikeTogether, draftPerson } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { nextTask } from '../../../page/next-task.js';
import type { Services } from '../../../ports/services.js';
import { type BroughtIn, type BroughtRow, draftOfRow } from './brought-in.js';

/** Places of the other rows that may be about the same person, for each row that has any. */
export type Alike = ReadonlyMap<string, readonly string[]>;

const compared = new WeakMap<readonly BroughtRow[], Alike>();

/** @returns undefined until they are compared */
export function useAlike(file: BroughtIn): ReadonlySignal<Alike | undefined> {
  const { services } = useApp();
  const { rows } = file;
  const alike = useSignal(compared.get(rows));

  useEffect(() => {
    alike.value = compared.get(rows);
    if (alike.value) return undefined;
    let isOver = false;
    const pause = async (): Promise<void> => {
      await nextTask();
      if (isOver) throw new Left();
    };
    alikeRows(file, services.host, pause).then(
      (found) => {
        compared.set(rows, found);
        if (!isOver) alike.value = found;
      },
      (error: unknown) => {
        if (!(error instanceof Left)) throw error;
      },
    );
    return () => {
      isOver = true;
    };
    // Opening a row makes another file of the same rows.
  }, [rows, services, alike]);

  return alike;
}

/** Thrown where the list is no longer on screen. */
class Left extends Error {}

/** Drafts made in one task. */
const IN_TASK = 25;

async function alikeRows(
  file: BroughtIn,
  host: Services['host'],
  pause: () => Promise<void>,
): Promise<Alike> {
  const people = [];
  const places = new Map<string, string>();
  for (const row of file.rows) {
    // Dropped after use: a file of many rows would hold as many drafts.
    const draft = draftOfRow(file, row, host);
    places.set(draft.id, row.at);
    people.push({ id: draft.id, values: draftPerson(draft).values });
    if (people.length % IN_TASK === 0) await pause();
  }
  const placeOf = (id: string) => places.get(id) ?? [];
  return new Map(
    [...(await alikeTogether(people, pause))].flatMap(([id, others]) =>
      [placeOf(id)].flat().map((at) => [at, others.flatMap(placeOf)] as const),
    ),
  );
}
