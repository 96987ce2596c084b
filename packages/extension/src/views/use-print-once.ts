import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

interface PrintOnce {
  /** Whether what is to be printed may show on paper. */
  readonly isOn: boolean;
  start(): void;
}

/** Lets a part of the page onto paper for one print, after whatever has to be logged first, and hides it again. */
export function usePrintOnce(): PrintOnce {
  const times = useSignal(0);
  const turn = times.value;
  useEffect(() => {
    if (turn === 0) return;
    const end = (): void => {
      times.value = 0;
    };
    globalThis.addEventListener('afterprint', end, { once: true });
    globalThis.print();
    return () => globalThis.removeEventListener('afterprint', end);
  }, [turn, times]);
  return {
    isOn: turn > 0,
    start() {
      times.value += 1;
    },
  };
}
