/** Columns chosen for a list. They are sealed with the unfinished work, like its saved views. */
import { failed, type Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import * as v from 'valibot';
import { useApp } from '../../../app/app.js';
import { asIssue } from '../../act/as-issue.js';

const Held = v.strictObject({
  columns: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(40))),
});

export function columnsKey(list: string): string {
  return `list-columns/${list}`;
}

export interface HeldColumns {
  /** Keys; undefined before any choice. */
  readonly chosen: readonly string[] | undefined;
  readonly problem: string | undefined;
  onChosen(keys: readonly string[] | undefined): void;
}

/** The columns as they were stored last, in whichever window. A choice made over a later one is refused. */
export function useHeldColumns(list: string): HeldColumns {
  const { work } = useApp().services;
  const chosen = useSignal<readonly string[] | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const version = useSignal(0);
  const key = columnsKey(list);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      const held = await work.load(key).catch(() => undefined);
      const read = v.safeParse(Held, held?.value);
      if (isGone) return;
      chosen.value = read.success ? read.output.columns : undefined;
      version.value = held?.version ?? 0;
    };
    void load();
    const stop = work.subscribe((changed) => {
      if (changed === key) void load();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [work, key, chosen, version]);
  const keep = async (keys: readonly string[] | undefined): Promise<void> => {
    problem.value = undefined;
    const before = chosen.value;
    chosen.value = keys;
    const kept = await work
      .save(key, keys ? { columns: keys } : {}, version.peek())
      .catch((error: unknown) => failed(asIssue(error)));
    if (kept.ok) version.value = kept.value.version;
    else {
      chosen.value = before;
      problem.value = messageOf(kept.issues);
    }
  };
  return {
    chosen: chosen.value,
    problem: problem.value,
    onChosen: (keys) => void keep(keys),
  };
}

function messageOf([first]: readonly Issue[]): string | undefined {
  return first?.message;
}
