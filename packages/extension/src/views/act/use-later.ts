/** A text as it was at the last pause in typing: slow work on it must not delay a key. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Milliseconds after the last key. */
const LOOK_AFTER_MS = 250;

export function useLater(text: string): string {
  const later = useSignal(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      later.value = text;
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, later]);
  return later.value;
}
