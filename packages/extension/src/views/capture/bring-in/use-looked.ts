/** The people on record who may be the person of a row: looked for while the list is on screen, and after each save. */
import {
  type Draft,
  draftPerson,
  MOST_TOGETHER,
  revisionsOf,
  type SeenAnswer,
  type SoughtPerson,
} from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Services } from '../../../ports/services.js';
import { type BroughtIn, type BroughtRow, draftOfRow } from './brought-in.js';

export interface Looked {
  /** The answer for each row that was compared so far, by its place. */
  readonly answers: ReadonlySignal<ReadonlyMap<string, SeenAnswer>>;
  /** Part that is lacking in each such row, by its place: its answer does not say that nobody is like them. */
  readonly lacks: ReadonlySignal<ReadonlyMap<string, Lack>>;
  /** Places of the rows whose filing has not been undone. */
  readonly filed: ReadonlySignal<ReadonlySet<string>>;
  /** True once the list is compared with the records as they are. */
  readonly isDone: ReadonlySignal<boolean>;
  /** True if the last comparison failed. */
  readonly isLost: ReadonlySignal<boolean>;
  again(): void;
}

/** Part that a row does not give, of all by which somebody is found. */
export type Lack = 'name' | 'everything';

/** Draft of each row, by which it is looked for and filed: the same one each time, so that a look is logged once. */
const drafts = new WeakMap<BroughtRow, Draft>();

export function draftToFile(
  file: Pick<BroughtIn, 'name' | 'importer' | 'dates'>,
  row: BroughtRow,
  host: Services['host'],
): Draft {
  const draft = drafts.get(row) ?? draftOfRow(file, row, host);
  drafts.set(row, draft);
  return draft;
}

/** Makes the next draft of these rows another one: records that were withdrawn keep the ids of the one before. */
export function forgetDrafts(rows: readonly BroughtRow[]): void {
  for (const row of rows) drafts.delete(row);
}

/** Rows between two answers on screen. */
const STEP = 50;

export function useLooked(file: BroughtIn): Looked {
  const { services } = useApp();
  const answers = useSignal<ReadonlyMap<string, SeenAnswer>>(new Map());
  const lacks = useSignal<ReadonlyMap<string, Lack>>(new Map());
  const filed = useSignal<ReadonlySet<string>>(new Set(file.filed.keys()));
  const isDone = useSignal(false);
  const isLost = useSignal(false);
  const again = useRef<() => void>(() => undefined);

  useEffect(() => {
    let run = 0;
    const look = async (own: number): Promise<void> => {
      const found = new Map<string, SeenAnswer>();
      const lacking = new Map<string, Lack>();
      const isOver = (): boolean => own !== run;
      const still = await stillFiled(file, services.store);
      if (isOver()) return;
      filed.value = still;
      const toLook = file.rows.filter(({ at }) => !still.has(at)).slice(0, MOST_TOGETHER);
      for (const row of toLook) {
        const person = draftPerson(draftToFile(file, row, services.host));
        const answer = await services.seenBefore.look(person, 'referral');
        if (isOver()) return;
        found.set(row.at, answer);
        const lack = lackOf(person);
        if (lack) lacking.set(row.at, lack);
        if (found.size % STEP !== 0) continue;
        lacks.value = new Map([...lacks.value, ...lacking]);
        answers.value = new Map([...answers.value, ...found]);
      }
      lacks.value = lacking;
      answers.value = found;
      isDone.value = true;
    };
    const start = (): void => {
      run += 1;
      const own = run;
      isDone.value = false;
      isLost.value = false;
      look(own).catch(() => {
        if (own === run) isLost.value = true;
      });
    };
    again.current = start;
    filed.value = new Set(file.filed.keys());
    start();
    // A look that is logged is a batch as well, and changes nobody.
    const stop = services.store.subscribe((batch) => {
      if (revisionsOf(batch).length > 0) start();
    });
    return () => {
      run += 1;
      stop();
    };
  }, [services, file, answers, lacks, filed, isDone, isLost]);

  return { answers, lacks, filed, isDone, isLost, again: () => again.current() };
}

/** Nobody is found by a date of birth or an address alone: so many people have the same. */
function lackOf({ values }: SoughtPerson): Lack | undefined {
  const kinds = new Set(values.map(({ kind }) => kind));
  if (kinds.has('name')) return undefined;
  const hasBoth = kinds.has('bornOn') && kinds.has('address');
  const saysWho = hasBoth || [...kinds].some((kind) => kind !== 'bornOn' && kind !== 'address');
  return saysWho ? 'name' : 'everything';
}

/** Places of the rows whose person is on record: an undo takes them off it. */
async function stillFiled(
  { filed }: BroughtIn,
  store: Services['store'],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [at, subject] of filed) if (await store.get('subject', subject)) found.add(at);
  return found;
}
