/** Unfinished work about what is to be destroyed: what goes with it, and what may be about the person, to be looked at. */
import { mayName, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { canContinue, continueDraft, discardDraft } from '../../../app/continue-unfinished.js';
import type { UnfinishedDraft } from '../../../app/unfinished-draft.js';
import { Button } from '../../../components/button.js';
import { ErrorMessage } from '../../../components/error-message.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { AskDiscard } from '../../desk/today/ask-discard.js';
import { begunWords, draftTitle } from '../../desk/today/unfinished-words.js';
import {
  type NamedDraft,
  useNamedDrafts,
  useUnfinishedDrafts,
} from '../../desk/today/use-unfinished-drafts.js';

const NONE: readonly UnfinishedDraft[] = [];

export interface DraftsAboutProps {
  person: StoredRecord<'subject'> | undefined;
  /** Name of the person, with what tells them from a namesake. */
  name: string;
  /** The records that go. */
  ids: readonly RecordId[];
  /** Key of the form that destroys them: it ends with them. */
  own?: string | undefined;
}

export function DraftsAbout({ person, name, ids, own }: DraftsAboutProps) {
  const app = useApp();
  const { drafts = NONE, again } = useUnfinishedDrafts();
  const named = useNamedDrafts(drafts);
  const problem = useSignal('');
  const asked = useSignal<string | undefined>(undefined);
  const done = useSignal('');
  const others = named.filter(({ formKey }) => formKey !== own);
  const going = others.filter(({ text }) => ids.some((id) => text.includes(id)));
  // A person who stays keeps everything that is half typed about them.
  const gone = person && ids.includes(person.id) ? person.value : undefined;
  const perhaps = others.filter(
    (draft) => !going.includes(draft) && gone !== undefined && mayName(typedIn(draft), gone),
  );
  const tries = (act: Promise<unknown>): void =>
    void act.catch((error: unknown) => {
      problem.value = asIssue(error).message;
    });
  const discard = async (draft: NamedDraft): Promise<void> => {
    await discardDraft(app.services, draft);
    asked.value = undefined;
    done.value = t('unfinished.discarded', { what: draftTitle(draft) });
    again();
  };
  return (
    <>
      <p role="status" class={done.value ? 'govuk-body' : 'govuk-visually-hidden'} dir="auto">
        {done.value}
      </p>
      {going.length > 0 && (
        <>
          <p class="govuk-body">{t('destroy.drafts')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {going.map((draft) => (
              <li key={draft.key} dir="auto">
                {inWords(draft)}
              </li>
            ))}
          </ul>
        </>
      )}
      {gone && perhaps.length > 0 && (
        <>
          <WarningText>{t('destroy.drafts.perhaps', { name })}</WarningText>
          {problem.value && <ErrorMessage id="drafts-about">{problem.value}</ErrorMessage>}
          <ul class="govuk-list govuk-list--bullet">
            {perhaps.map((draft) => (
              <li key={draft.key}>
                {asked.value === draft.key ? (
                  <AskDiscard
                    draft={draft}
                    onDiscard={() => tries(discard(draft))}
                    onKeep={() => {
                      asked.value = undefined;
                    }}
                  />
                ) : (
                  <>
                    <span dir="auto">{inWords(draft)}</span>{' '}
                    {canContinue(app, draft) && (
                      <Button
                        kind="link"
                        about={inWords(draft)}
                        onPress={() => tries(continueDraft(app, draft, drafts))}
                      >
                        {t('destroy.drafts.look')}
                      </Button>
                    )}{' '}
                    <Button
                      kind="link"
                      about={inWords(draft)}
                      onPress={() => {
                        problem.value = '';
                        asked.value = draft.key;
                      }}
                    >
                      {t('unfinished.discard')}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The words of a draft: line breaks and quotation marks are written with a stroke where it is stored. */
function typedIn({ text }: UnfinishedDraft): string {
  return text.replace(/\\./g, ' ');
}

/** “Capture for Rowan Vael, 16, born 2 May 2010, CP-0042. Begun on 28 November 2026 at 14:05”. */
function inWords(draft: NamedDraft): string {
  return t('destroy.drafts.one', { form: draftTitle(draft), begun: begunWords(draft) });
}
