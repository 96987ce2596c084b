import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** What nobody sees in the first frame, below the fold: made in the next, so that what is seen does not wait for it. */
export function AfterPaint({ children }: { children: ComponentChildren }) {
  const isPainted = useSignal(false);
  useEffect(() => {
    isPainted.value = true;
  }, [isPainted]);
  return isPainted.value ? children : null;
}
