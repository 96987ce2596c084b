/** Half-typed forms in the palette: each opens its form with the draft. */
import { useApp } from '../../../app/app.js';
import { canContinue, continueDraft } from '../../../app/continue-unfinished.js';
import { t } from '../../../locales/late.js';
import { begunWords, draftTitle } from '../../desk/today/unfinished-words.js';
import { useNamedDrafts, useUnfinishedDrafts } from '../../desk/today/use-unfinished-drafts.js';
import type { Entry } from './entries.js';

export function useUnfinishedEntries(): readonly Entry[] {
  const app = useApp();
  const { session } = app;
  const found = useUnfinishedDrafts().drafts ?? [];
  const drafts = useNamedDrafts(found);
  return drafts
    .filter((draft) => canContinue(app, draft))
    .map(
      (draft): Entry => ({
        id: `unfinished-${draft.key.replaceAll('/', '-')}`,
        group: 'unfinished',
        label: draftTitle(draft),
        note: begunWords(draft),
        run: () => {
          continueDraft(app, draft, found).catch((error: unknown) => {
            const why = error instanceof Error ? error.message : String(error);
            session.say({ kind: 'important', heading: t('unfinished.failed', { why }) });
          });
        },
      }),
    );
}
