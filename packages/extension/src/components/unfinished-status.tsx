import type { OpenWork } from '../app/open-work.js';
import { ConflictPanel } from './conflict-panel.js';
import { SaveStatus } from './save-status.js';

/** Status of the draft, and the choice of version when two windows have changed it. */
export function UnfinishedStatus({ work }: { work: OpenWork<unknown> }) {
  if (work.isInConflict.value)
    return (
      <ConflictPanel
        onUseThat={() => void work.useThat()}
        onKeepThis={() => void work.keepThis()}
      />
    );
  return <SaveStatus state={work.status.value} />;
}
