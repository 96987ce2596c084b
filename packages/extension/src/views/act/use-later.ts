/** A text as it was when nobody had typed for a moment: what is slow to look through must not keep a key waiting. */
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
