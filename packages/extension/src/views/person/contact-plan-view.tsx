import { fieldsOf, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordDetails } from '../../components/record-details.js';
import { t } from '../../locales/late.js';
import { PrintForm } from '../act/print-form.js';
import { useCase } from '../act/use-case.js';
import { CheckNotice } from '../case/check-notice.js';
import { withBirth } from '../desk/told-apart.js';

/** The reasons for recording the needs are for the file, not for a doorstep. */
const NOT_FOR_A_VISIT: ReadonlySet<string> = new Set(['condition', 'whyNecessary']);
const SHOWN = fieldsOf('contactPlan')
  .filter(({ set, input, name }) => !set && input !== 'record' && !NOT_FOR_A_VISIT.has(name))
  .map(({ name }) => name);

/** The contact plan alone, to be read or printed for a visit: it says nothing about the reason for the visit. */
export function ContactPlanView({ route }: { route: RouteOf<'contact-plan'> }) {
  const { services, router } = useApp();
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const plan = state.records.find((record) => record.kind === 'contactPlan');
  const person = state.records.find(
    (record): record is StoredRecord<'subject'> => record.kind === 'subject',
  )?.value;
  return (
    <div class="cp-read">
      {/* The name alone, since the words that tell two people apart can be of a referral. The paper has its own. */}
      {person && (
        <span class="govuk-caption-l cp-no-print" dir="auto">
          {person.name}
        </span>
      )}
      <PageHeading>{t('person.plan')}</PageHeading>
      <div class="cp-no-print">
        <CheckNotice records={state.records} subject={route.subject} />
        <p class="govuk-hint">{t('person.plan.intro')}</p>
      </div>
      {plan && 'reviewedOn' in plan.value ? (
        <PrintForm
          records={[route.subject, plan.id]}
          held={state.records}
          what="contactPlan"
          label={t('person.plan.print')}
        >
          {person && (
            <p class="govuk-body cp-print-only" dir="auto">
              {withBirth(person)}
            </p>
          )}
          <RecordDetails
            kind="contactPlan"
            value={plan.value}
            lists={services.lists}
            only={SHOWN}
          />
          <p class="govuk-body-s">
            {t('person.plan.reviewed', { date: writtenDate(plan.value.reviewedOn as never) })}
          </p>
        </PrintForm>
      ) : (
        <p class="govuk-body">{t('person.plan.none')}</p>
      )}
      <ButtonGroup>
        <Button
          kind="link"
          onPress={() => router.go({ name: 'subject', subject: route.subject, section: 'plan' })}
        >
          {t('person.plan.back')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
