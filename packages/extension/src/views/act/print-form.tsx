import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { t } from '../../locales/late.js';
import { asIssue } from './as-issue.js';
import { logOnce } from './keep-once.js';
import { useDisclosure } from './use-disclosure.js';
import { usePrintOnce } from './use-print-once.js';

interface PrintFormProps {
  /** Records named on the paper: the disclosure is logged on each. */
  records: readonly RecordId[];
  /** Type of document, as the log names it. */
  what: 'chronology' | 'contactPlan';
  /** Label of the button that opens the form. */
  label: string;
  children: ComponentChildren;
  /** The printed part, if that is not all of the children. */
  paper?: ComponentChildren;
}

/** Part of a person’s record on paper: only once the disclosure is logged, with its recipient and reason. */
export function PrintForm({ records, what, label, children, paper }: PrintFormProps) {
  const { services, session } = useApp();
  const disclosure = useDisclosure();
  const printed = usePrintOnce();
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const print = async (): Promise<void> => {
    problem.value = undefined;
    const asked = disclosure.ask();
    if (!asked || isBusy.value) return;
    isBusy.value = true;
    try {
      await logOnce(services, `print/${what}/${records[0] ?? ''}`, {
        changes: [],
        reason: asked.reason,
        audit: [{ action: 'disclosure', records: [...new Set(records)], fields: [what], ...asked }],
      });
      printed.start();
      session.say({ heading: t('print.done') });
    } catch (error) {
      problem.value = asIssue(error).message;
    } finally {
      isBusy.value = false;
    }
  };
  const errors = [...disclosure.errors, ...(problem.value ? [{ message: problem.value }] : [])];
  return (
    <>
      <div class="cp-no-print">
        <Details summary={label}>
          <Form label={label} onSubmit={() => void print()}>
            <p class="govuk-body">{t('print.why')}</p>
            <ErrorSummary errors={errors} />
            {disclosure.fields}
            <Button type="submit" busy={isBusy.value}>
              {t('print.go')}
            </Button>
          </Form>
        </Details>
      </div>
      {printed.isOn && paper !== undefined ? paper : children}
    </>
  );
}
