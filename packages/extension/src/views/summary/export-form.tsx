import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { useDisclosure } from '../use-disclosure.js';
import type { PreparedSummary } from './prepare.js';

export interface ExportFormProps {
  subject: RecordId;
  prepared: PreparedSummary;
}

/** A file leaves only after the disclosure is logged: where to, to whom, why. */
export function ExportForm({ subject, prepared }: ExportFormProps) {
  const { services, session } = useApp();
  const disclosure = useDisclosure();
  const problem = useSignal<string | undefined>(undefined);

  const save = async (form: 'md' | 'html'): Promise<void> => {
    problem.value = undefined;
    const asked = disclosure.ask();
    if (!asked) return;
    try {
      await services.store.commit({
        changes: [],
        reason: asked.reason,
        // The whole record as the template shows it, so that no field is named.
        audit: [{ action: 'disclosure', records: [subject], fields: [], ...asked }],
      });
    } catch (error) {
      problem.value = asIssue(error).message;
      return;
    }
    const name = `${prepared.rendered.id}-${services.today()}-${subject.slice(0, 8)}.${form}`;
    if (form === 'md') services.download(name, 'text/markdown', prepared.rendered.markdown);
    else services.download(name, 'text/html', prepared.document);
    session.say({ heading: t('summary.exported') });
  };

  const errors = [...disclosure.errors, ...(problem.value ? [{ message: problem.value }] : [])];
  return (
    <Form label={t('summary.export')} onSubmit={() => void save('html')}>
      <h2 class="govuk-heading-m">{t('summary.export')}</h2>
      <p class="govuk-body">{t('summary.export.why')}</p>
      <ErrorSummary errors={errors} />
      {disclosure.fields}
      <ButtonGroup>
        <Button type="submit">{t('summary.html')}</Button>
        <Button kind="secondary" onPress={() => void save('md')}>
          {t('summary.markdown')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
