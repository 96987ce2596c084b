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
import { formName } from '../../desk/today/unfinished-form.js';
import { begunWords } from '../../desk/today/unfinished-words.js';
import { useUnfinishedDrafts } from '../../desk/today/use-unfinished-drafts.js';

export interface DraftsAboutProps {
  person: StoredRecord<'subject'> | undefined;
  /** The records that go. */
  ids: readonly RecordId[];
  /** Key of the form that destroys them: it ends with them. */
  own?: string | undefined;
}

export function DraftsAbout({ person, ids, own }: DraftsAboutProps) {
  const app = useApp();
  const { drafts = [], again } = useUnfinishedDrafts();
  const problem = useSignal('');
  const others = drafts.filter(({ formKey }) => formKey !== own);
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
  return (
    <>
      {going.length > 0 && (
        <>
          <p class="govuk-body">{t('destroy.drafts')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {going.map((draft) => (
              <li key={draft.key}>{inWords(draft)}</li>
            ))}
          </ul>
        </>
      )}
      {gone && perhaps.length > 0 && (
        <>
          <WarningText>{t('destroy.drafts.perhaps', { name: gone.name })}</WarningText>
          {problem.value && <ErrorMessage id="drafts-about">{problem.value}</ErrorMessage>}
          <ul class="govuk-list govuk-list--bullet">
            {perhaps.map((draft) => (
              <li key={draft.key}>
                {inWords(draft)}{' '}
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
                  onPress={() => tries(discardDraft(app.services, draft).then(again))}
                >
                  {t('unfinished.discard')}
                </Button>
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

function inWords(draft: UnfinishedDraft): string {
  const begun = begunWords(draft);
  return t('destroy.drafts.one', { form: formName(draft.formKey) ?? draft.formKey, begun });
}
