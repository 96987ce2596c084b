import type { Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormGroup } from '../../../components/form-group.js';
import { PageHeading } from '../../../components/page-heading.js';
import { PRIVATE_CONTROL } from '../../../components/private-control.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { beginDraft } from '../begin-draft.js';

/** A page saved earlier, or a snapshot file: the same reading, draft and review. */
export function SavedPageView() {
  const { services, router } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const problems = useSignal<readonly Issue[]>([]);
  const isBusy = useSignal(false);

  const read = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    if (!file) {
      problems.value = [{ code: 'missing', severity: 'error', message: t('saved-page.missing') }];
      return;
    }
    isBusy.value = true;
    try {
      const result = await services.capture.fromFile(file);
      if (!result.ok) {
        problems.value = result.issues;
        return;
      }
      const kept = await beginDraft(services.work, result.value);
      if (kept.ok) router.go({ name: 'review' });
      else problems.value = kept.issues;
    } catch (error) {
      problems.value = [asIssue(error)];
    } finally {
      isBusy.value = false;
    }
  };

  const error = problems.value.map(({ message }) => message).join(' ') || undefined;
  return (
    <div class="cp-read">
      <PageHeading>{t('saved-page.title')}</PageHeading>
      <ErrorSummary
        errors={problems.value.map(({ message }) => ({ message, fieldId: 'saved-page-file' }))}
      />
      <p class="govuk-body">{t('saved-page.intro')}</p>
      <Form onSubmit={() => void read()}>
        <FormGroup
          id="saved-page-file"
          label={t('saved-page.file')}
          hint={t('saved-page.file.hint')}
          error={error}
        >
          <input
            ref={input}
            id="saved-page-file"
            class="govuk-file-upload"
            type="file"
            accept=".html,.htm,.json"
            aria-describedby="saved-page-file-hint"
            {...PRIVATE_CONTROL}
          />
        </FormGroup>
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {t('saved-page.read')}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
