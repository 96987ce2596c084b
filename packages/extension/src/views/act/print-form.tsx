import type { RecordId } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { t } from '../../locales/late.js';
import { useDocumentDisclosure } from './use-document-disclosure.js';
import { usePrintOnce } from './use-print-once.js';

interface PrintFormProps {
  /** Records named on the paper: the disclosure is logged on each. */
  records: readonly RecordId[];
  /** Type of document, as the log names it. */
  what: 'contactPlan';
  /** Label of the button that opens the form. */
  label: string;
  children: ComponentChildren;
}

/**
 * Part of a person’s record on paper, which is given out like a file: only once the disclosure is logged, with its
 * recipient, reason and legal gateway.
 */
export function PrintForm({ records, what, label, children }: PrintFormProps) {
  const { session } = useApp();
  const disclosure = useDocumentDisclosure(
    { records: [...new Set(records)], fields: [what] },
    { mayKeep: true },
  );
  const printed = usePrintOnce();
  const print = () =>
    disclosure.leave(() => {
      printed.start();
      session.say({ heading: t('print.done') });
    });
  return (
    <>
      <div class="cp-no-print">
        <Details summary={label}>
          <Form label={label} onSubmit={() => void print()}>
            <p class="govuk-body">{t('print.why')}</p>
            <ErrorSummary errors={disclosure.errors} />
            {disclosure.left || (
              <>
                {disclosure.fields}
                <Button type="submit" busy={disclosure.isBusy}>
                  {t('print.go')}
                </Button>
              </>
            )}
          </Form>
        </Details>
      </div>
      {children}
    </>
  );
}
