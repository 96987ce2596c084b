import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';

interface PrintOnce {
  /** True if this part of the page is the one being printed. */
  readonly isOn: boolean;
  start(): void;
}

/**
 * Allows the page onto paper for one print, once it has been logged, and blocks it again: the browser’s own command
 * prints only a sentence.
 */
export function usePrintOnce(): PrintOnce {
  const { isPrinting } = useApp().session;
  const times = useSignal(0);
  const turn = times.value;
  useEffect(() => {
    if (turn === 0) return;
    const end = (): void => {
      times.value = 0;
      isPrinting.value = false;
    };
    globalThis.addEventListener('afterprint', end, { once: true });
    globalThis.print();
    return () => {
      globalThis.removeEventListener('afterprint', end);
      isPrinting.value = false;
    };
  }, [turn, times, isPrinting]);
  return {
    isOn: turn > 0,
    start() {
      isPrinting.value = true;
      times.value += 1;
    },
  };
}
