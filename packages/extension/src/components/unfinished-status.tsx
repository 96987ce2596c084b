import type { OpenWork } from '../app/open-work.js';
import { ConflictPanel } from './conflict-panel.js';
import { SaveStatus } from './save-status.js';

/** Whether what is typed is put away; and the choice when two windows have changed it. */
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
