/** Asks before unfinished work is discarded: nothing brings it back. */
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { t } from '../../../locales/late.js';
import { begunWords, draftTitle } from './unfinished-words.js';
import type { NamedDraft } from './use-unfinished-drafts.js';

export interface AskDiscardProps {
  draft: NamedDraft;
  onDiscard: () => void;
  onKeep: () => void;
}

export function AskDiscard({ draft, onDiscard, onKeep }: AskDiscardProps) {
  return (
    <ConfirmPanel
      heading={t('unfinished.discard.ask', { what: draftTitle(draft) })}
      confirm={t('unfinished.discard')}
      cancel={t('unfinished.discard.keep')}
      grave
      onConfirm={onDiscard}
      onCancel={onKeep}
    >
      <p class="govuk-body-s" dir="auto">
        {t('unfinished.discard.body', { begun: begunWords(draft) })}
      </p>
    </ConfirmPanel>
  );
}
