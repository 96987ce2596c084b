/** Half-typed forms on Today, folded into one line: the person, the form, when it was begun, and what to do with it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { canContinue, continueDraft, discardDraft } from '../../../app/continue-unfinished.js';
import type { UnfinishedDraft } from '../../../app/unfinished-draft.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorMessage } from '../../../components/error-message.js';
import { t } from '../../../locales/late.js';
import { AskDiscard } from './ask-discard.js';
import { begunWords, draftTitle, firstWords } from './unfinished-words.js';
import { type NamedDraft, useNamedDrafts, useUnfinishedDrafts } from './use-unfinished-drafts.js';

export function UnfinishedList() {
  const { drafts, again } = useUnfinishedDrafts();
  const done = useSignal('');
  return (
    <>
      <p role="status" class="govuk-visually-hidden">
        {done.value}
      </p>
      {drafts && drafts.length > 0 && (
        <Fold
          found={drafts}
          onDiscarded={(what) => {
            done.value = t('unfinished.discarded', { what });
            again();
          }}
        />
      )}
    </>
  );
}

interface FoldProps {
  found: readonly UnfinishedDraft[];
  onDiscarded: (what: string) => void;
}

function Fold({ found, onDiscarded }: FoldProps) {
  const app = useApp();
  const drafts = useNamedDrafts(found);
  const asked = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const fold = useRef<HTMLDetailsElement>(null);
  const fail = (error: unknown): void => {
    problem.value = error instanceof Error ? error.message : String(error);
  };
  const discard = async (draft: NamedDraft): Promise<void> => {
    await discardDraft(app.services, draft);
    asked.value = undefined;
    // The pressed button is gone with its row.
    fold.current?.querySelector('summary')?.focus();
    onDiscarded(draftTitle(draft));
  };
  const [first] = drafts;
  return (
    <div class="cp-unfinished cp-no-print">
      <details ref={fold}>
        <summary>
          <span class="cp-unfinished__title">
            {t('unfinished.title', { count: drafts.length })}
          </span>{' '}
          <span class="cp-unfinished__first" dir="auto">
            {first && firstWords(first, drafts.length)}
          </span>
        </summary>
        {problem.value && (
          <ErrorMessage id="unfinished-problem">
            {t('unfinished.failed', { why: problem.value })}
          </ErrorMessage>
        )}
        <ul class="cp-due-list" aria-label={t('unfinished.list')}>
          {drafts.map((draft) => (
            <li key={draft.key} class="cp-unfinished__row">
              {asked.value === draft.key ? (
                <AskDiscard
                  draft={draft}
                  onDiscard={() => void discard(draft).catch(fail)}
                  onKeep={() => {
                    asked.value = undefined;
                  }}
                />
              ) : (
                <Row
                  draft={draft}
                  onContinue={
                    canContinue(app, draft)
                      ? () => void continueDraft(app, draft, drafts).catch(fail)
                      : undefined
                  }
                  onDiscard={() => {
                    problem.value = undefined;
                    asked.value = draft.key;
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface RowProps {
  draft: NamedDraft;
  /** Absent: its form cannot be opened by this release. */
  onContinue: (() => void) | undefined;
  onDiscard: () => void;
}

function Row({ draft, onContinue, onDiscard }: RowProps) {
  const title = draftTitle(draft);
  return (
    <>
      <p class="cp-unfinished__what">
        <strong dir="auto">{draft.who.join(', ') || t('unfinished.nobody')}</strong>
        <span dir="auto">{draft.who.length > 0 ? draft.form : title}</span>
        <span class="cp-unfinished__when">{begunWords(draft)}</span>
      </p>
      <ButtonGroup>
        {onContinue && (
          <Button kind="secondary" onPress={onContinue} about={title}>
            {t('unfinished.continue')}
          </Button>
        )}
        <Button kind="link" onPress={onDiscard} about={title}>
          {t('unfinished.discard')}
        </Button>
      </ButtonGroup>
    </>
  );
}
