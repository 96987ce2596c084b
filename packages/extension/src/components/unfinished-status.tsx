import { useLayoutEffect, useRef } from 'preact/hooks';
import { lateView } from '../app/late-view.js';
import type { OpenWork } from '../app/open-work.js';
import { ConflictPanel } from './conflict-panel.js';
import { isFocusLost } from './focus-lost.js';
import type { GonePanelProps } from './gone-panel.js';
import { SaveStatus } from './save-status.js';

// Its words are many, and rarely needed.
const GonePanel = lateView<GonePanelProps>(async () => (await import('./gone-panel.js')).GonePanel);

/** Status of the draft, and the choice to make when another window has changed or ended it. */
export function UnfinishedStatus({ work }: { work: OpenWork<unknown> }) {
  const box = useRef<HTMLDivElement>(null);
  const gone = work.gone.value;
  const isAsked = gone !== undefined || work.isInConflict.value;
  const wasAsked = useRef(isAsked);
  useLayoutEffect(() => {
    // The pressed button is gone, so the focus moves into the form, where the outcome is.
    if (wasAsked.current && !isAsked && isFocusLost())
      box.current?.closest('form')?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  return (
    <div ref={box}>
      {gone && <GonePanel gone={gone} work={work} />}
      {!gone && work.isInConflict.value ? (
        <ConflictPanel
          onUseThat={() => void work.useThat()}
          onKeepThis={() => void work.keepThis()}
        />
      ) : (
        <SaveStatus state={work.status.value} />
      )}
    </div>
  );
}
