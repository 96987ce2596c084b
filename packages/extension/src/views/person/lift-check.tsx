import { liftCheck, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { t } from '../../locales/late.js';
import { usePersonActs } from '../act/use-person.js';
import { PersonHeading } from '../case/person-heading.js';
import type { SubjectPage } from '../case/subject-page.js';
import { useNameApart } from '../case/use-name-apart.js';

interface LiftCheckProps {
  page: SubjectPage;
  check: StoredRecord<'contactCheck'>;
  /** True if another check stays in place. */
  isOneOfSeveral: boolean;
}

/** Lifts the check before contact: away from the button that says it was read, so that neither is pressed for the other. */
export function LiftCheck({ page: { subject }, check, isOneOfSeveral }: LiftCheckProps) {
  const name = useNameApart()(subject);
  const { context, isBusy, keep, back } = usePersonActs(
    subject,
    undefined,
    t('person.check.lift.said', { name }),
  );
  const problem = useSignal<string | undefined>(undefined);
  const lift = async (): Promise<void> => {
    const [issue] = await keep({ work: `lift-check/${check.id}` }, [check.id, check.heads], () =>
      liftCheck(check, context),
    );
    problem.value = issue?.message;
  };
  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{t('person.check.lift.title')}</PersonHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">
        {t(isOneOfSeveral ? 'person.check.lift.body.other' : 'person.check.lift.body', {
          date: writtenDate(check.value.from),
        })}
      </p>
      <ButtonGroup>
        <Button busy={isBusy} onPress={() => void lift()}>
          {t('person.check.lift.of', { name })}
        </Button>
        <Button kind="link" onPress={back}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
