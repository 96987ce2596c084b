import { caseAsKnownOn, type PlainDate, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { isCivilDate } from '../../../components/civil-date.js';
import { DateInput } from '../../../components/date-input.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { dayEnd } from '../../../components/instant-text.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { type SubjectPage, subjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

interface Known {
  readonly day: PlainDate;
  readonly records: readonly StoredRecord[];
}

/** The person's records as they were at the end of an earlier day. */
export function AsKnownSection({ page: { subject } }: { page: SubjectPage }) {
  const { services, reasons } = useApp();
  const day = useSignal('');
  const known = useSignal<Known | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);

  const show = async (): Promise<void> => {
    const { value } = day;
    known.value = undefined;
    problem.value = undefined;
    if (!isCivilDate(value)) problem.value = t('as-known.missing');
    else if (value >= services.today()) problem.value = t('as-known.future');
    if (problem.value !== undefined || !isCivilDate(value) || isBusy.value) return;
    isBusy.value = true;
    try {
      const why = reasons.reasonFor(subject.id, 'case-work');
      const records = await caseAsKnownOn(services.store, subject.id, dayEnd(value), why);
      known.value = { day: value, records };
    } catch (error) {
      problem.value = asIssue(error).message;
    } finally {
      isBusy.value = false;
    }
  };

  const errors = problem.value ? [{ message: problem.value, fieldId: 'as-known-day' }] : [];
  return (
    <>
      <p class="govuk-body">{t('as-known.intro')}</p>
      <Form label={t('as-known.section')} onSubmit={() => void show()}>
        <ErrorSummary errors={errors} />
        <DateInput
          id="as-known-day"
          label={t('as-known.day')}
          error={problem.value}
          value={day.value}
          onValue={(value) => {
            day.value = value;
            problem.value = undefined;
          }}
        />
        <ButtonGroup>
          <Button type="submit" kind="secondary" busy={isBusy.value}>
            {t('as-known.show')}
          </Button>
        </ButtonGroup>
      </Form>
      {known.value && <AsKnown known={known.value} />}
    </>
  );
}

function AsKnown({ known: { day, records } }: { known: Known }) {
  const page = subjectPage(records);
  const date = writtenDate(day);
  if (!page)
    return (
      <p class="govuk-body" role="status">
        {t('as-known.none', { date })}
      </p>
    );
  const shown = records.filter(({ kind }) => kind !== 'sourceCapture');
  return (
    <section class="cp-as-known" role="status" aria-label={t('as-known.shown', { date })}>
      <WarningText>{t('as-known.shown', { date })}</WarningText>
      <RecordList records={shown} captures={page.all('sourceCapture')} headed />
    </section>
  );
}
