/** Parts under the rows of a draft, loaded late: the conditions on what was read, and the link to teaching. */

import { TeachLink } from '../teach-link.js';
import type { DraftState } from '../use-draft.js';
import { HandlingPanel } from './handling-panel.js';

export interface UnderDraftProps {
  /** The open draft; absent: there is none. */
  state?: Pick<DraftState, 'draft'>;
}

export function UnderDraft({ state }: UnderDraftProps) {
  const draft = state?.draft.value;
  if (!state || !draft) return <TeachLink />;
  return (
    <>
      <HandlingPanel draft={draft} state={state} />
      <TeachLink origins={draft.origins} />
    </>
  );
}
