import {
  caseHandling,
  handlingOfWhole,
  type RecordId,
  type StoredRecord,
  wayTo,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';
import { useDocumentDisclosure } from './use-document-disclosure.js';
import { usePrintOnce } from './use-print-once.js';

interface PrintFormProps {
  /** Records named on the paper: the disclosure is logged on each. */
  records: readonly RecordId[];
  /** Everything on record about the person: the conditions on what is printed are among it. */
  held: readonly StoredRecord[];
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
export function PrintForm({ records, held, what, label, children }: PrintFormProps) {
  const { services, session } = useApp();
  const disclosure = useDocumentDisclosure(
    { records: [...new Set(records)], fields: [what] },
    { mayKeep: true },
  );
  const printed = usePrintOnce();
  const { destination } = disclosure;
  const isSubject = (id: RecordId) =>
    held.some((each) => each.id === id && each.kind === 'subject');
  const going = records.map((record) =>
    isSubject(record) ? { record, fields: ['name', 'bornOn'] } : { record },
  );
  const on = handlingOfWhole(going, caseHandling(held), {
    way: wayTo(destination),
    today: services.today(),
  });
  const print = () =>
    disclosure.leave(
      () => {
        printed.start();
        session.say({ heading: t('print.done') });
      },
      { records: [...new Set(records)], handling: on.handling },
    );
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
                {destination !== '' &&
                  on.stopped.map((line) => <WarningText key={line}>{line}</WarningText>)}
                <Button type="submit" busy={disclosure.isBusy}>
                  {t('print.go')}
                </Button>
              </>
            )}
          </Form>
        </Details>
      </div>
      {on.conditions.map((line) => (
        <p key={line} class="govuk-body cp-print-only" dir="auto">
          {line}
        </p>
      ))}
      {children}
    </>
  );
}
