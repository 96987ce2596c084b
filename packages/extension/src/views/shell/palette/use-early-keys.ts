/** Carries out the keys that were struck while the palette was loading, in their order. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { StruckKey } from '../early-keys.js';

export interface EarlyActs {
  /** False while the choices may still become others: only letters are carried out meanwhile. */
  readonly isReady: boolean;
  readonly type: (change: (text: string) => string) => void;
  readonly strike: (key: StruckKey) => void;
}

export function useEarlyKeys({ isReady, type, strike }: EarlyActs) {
  const kept = useSignal<readonly StruckKey[]>([]);
  const keys = kept.value;
  useLayoutEffect(() => {
    const [first] = keys;
    if (!first) return;
    const nth = keys.findIndex(({ key }) => !isTyping(key));
    const letters = nth < 0 ? keys : keys.slice(0, nth);
    if (letters.length > 0) {
      kept.value = keys.slice(letters.length);
      type((text) => letters.reduce(typed, text));
    } else if (isReady || first.key === 'Escape') {
      kept.value = keys.slice(1);
      strike(first);
    }
  });
  return {
    isWaiting: keys.length > 0,
    take(struck: readonly StruckKey[]) {
      kept.value = struck;
    },
    /** Forgets the rest: the officer goes on with keys of the palette itself. */
    drop() {
      if (keys.length > 0) kept.value = [];
    },
  };
}

function isTyping(key: string): boolean {
  return key === 'Backspace' || [...key].length === 1;
}

function typed(text: string, { key }: StruckKey): string {
  return key === 'Backspace' ? [...text].slice(0, -1).join('') : text + key;
}
