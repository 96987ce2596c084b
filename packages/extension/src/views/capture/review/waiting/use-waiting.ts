import type { Draft } from '@cyber-prevent/core';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';
import { afterPaint } from '../after-paint.js';
import type { WaitingDesk, WaitingParts } from './waiting-desk.js';

/** The page that waits until the officer has said whose it is, and all that answers it, loaded after the paint. */
export interface Waiting {
  readonly page: Signal<Draft | null>;
  desk(): Promise<WaitingDesk>;
}

export function useWaiting(parts: WaitingParts): Waiting {
  const { services } = useApp();
  const page = useSignal<Draft | null>(null);
  const waiting = useMemo(() => {
    let made: Promise<WaitingDesk> | undefined;
    return {
      page,
      desk() {
        made ??= import('./waiting-desk.js').then((file) =>
          file.waitingDesk(services, page, parts),
        );
        return made;
      },
    };
  }, [services, parts.work]);
  useEffect(() => {
    afterPaint(() => void waiting.desk());
    return () => void waiting.desk().then(({ stop }) => stop());
  }, [waiting]);
  return waiting;
}
