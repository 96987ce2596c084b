/** Unfinished work in a view: loads the saved value, saves typed text, closes with the view. */
import type { Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp } from './app.js';
import type { OpenWork } from './open-work.js';

/** @example const work = useUnfinished('safeguarding', form.values); … <UnfinishedStatus work={work} /> */
export function useUnfinished<T>(key: string, value: Signal<T>): OpenWork<T> {
  const { unfinished } = useApp();
  const work = useMemo(() => unfinished.open(key, value), [unfinished, key, value]);
  useEffect(() => () => work.close(), [work]);
  return work;
}
