/** One of a few ways to show a list, kept for this officer: sealed, and the same in each window. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

/**
 * @param key - of the choice among the unfinished work
 * @param choices - the first applies before any choice
 * @returns the choice, a function that makes another, and whether it is read: until then it is the first
 */
export function useKeptChoice<Choice extends string>(
  key: string,
  choices: readonly [Choice, ...Choice[]],
): readonly [Choice, (choice: Choice) => void, boolean] {
  const { work } = useApp().services;
  const chosen = useSignal<Choice>(choices[0]);
  const version = useSignal(0);
  const isRead = useSignal(false);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      const held = await work.load(key).catch(() => undefined);
      if (isGone) return;
      version.value = held?.version ?? 0;
      chosen.value = choices.find((each) => each === held?.value) ?? choices[0];
      isRead.value = true;
    };
    void load();
    const stop = work.subscribe((changed) => {
      if (changed === key) void load();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [work, key, choices, chosen, version, isRead]);
  return [
    chosen.value,
    (choice) => {
      chosen.value = choice;
      // The look of a list is no work that could be lost: if it is not kept, it applies here.
      void work.save(key, choice, version.peek()).then(
        (kept) => {
          if (kept.ok) version.value = kept.value.version;
        },
        () => undefined,
      );
    },
    isRead.value,
  ];
}
