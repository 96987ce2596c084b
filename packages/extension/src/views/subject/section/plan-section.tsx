import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Advice for meeting the person well; stored and printed apart from all other records. */
export function PlanSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const [plan] = all('contactPlan');
  const on = { subject: subject.id };
  return (
    <>
      <ButtonGroup>
        <Button
          kind="secondary"
          onPress={() =>
            router.go({
              name: 'act',
              act: 'write-contact-plan',
              ...on,
              ...(plan ? { record: plan.id } : {}),
            })
          }
        >
          {t(plan ? 'person.plan.change' : 'person.plan.write')}
        </Button>
        {plan && (
          <Button kind="secondary" onPress={() => router.go({ name: 'contact-plan', ...on })}>
            {t('person.plan.page')}
          </Button>
        )}
      </ButtonGroup>
      {plan ? (
        <RecordList records={[plan]} captures={all('sourceCapture')} />
      ) : (
        <p class="govuk-body">{t('person.plan.none')}</p>
      )}
    </>
  );
}
