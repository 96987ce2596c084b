import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { useDisclosure } from '../../act/use-disclosure.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { saveExchange } from '../../keeping/exchange/save-exchange.js';
import { useColleague } from '../../keeping/exchange/use-colleague.js';
import { useLongWork } from '../../vault/backup/use-long-work.js';
import { WorkStatus } from '../../vault/backup/work-status.js';

export interface GiveRatingProps {
  page: SubjectPage;
  /** True if giving it is the next step. */
  isOpen: boolean;
}

/** The file for the colleague: the commitment or the opened rating, and the case if they do not have it. */
export function GiveRating({ page, isOpen }: GiveRatingProps) {
  const { services, session } = useApp();
  const colleague = useColleague();
  const disclosure = useDisclosure();
  const work = useLongWork();
  // Nobody gets a case because a box was left as it was.
  const withCase = useSignal(false);
  const make = async (): Promise<void> => {
    const to = colleague.ask();
    const asked = disclosure.ask();
    if (!to || !asked) return;
    const made = await work.run((watched) =>
      services.exchange.make(
        {
          card: to,
          purpose: 'share',
          subject: page.subject.id,
          // An officer who has read an assessment cannot rate blind.
          only: withCase.value ? 'unassessed' : 'ratings',
          note: '',
          ...asked,
        },
        watched,
      ),
    );
    if (!made) return;
    saveExchange(services, made);
    session.say({ heading: t('rating.given') });
  };
  const errors = [
    ...colleague.errors,
    ...disclosure.errors,
    ...(work.problem.value ? [{ message: work.problem.value }] : []),
  ];
  return (
    <Details summary={t('rating.give')} open={isOpen || undefined}>
      <Form label={t('rating.give')} onSubmit={() => void make()}>
        <ErrorSummary errors={errors} />
        <p class="govuk-body">{t('rating.give.what')}</p>
        <Checkbox
          label={t('rating.give.case')}
          hint={t('rating.give.case.hint')}
          checked={withCase.value}
          onChecked={(next) => {
            withCase.value = next;
          }}
        />
        {colleague.fields}
        {disclosure.fields}
        <Button type="submit" busy={work.busy.value}>
          {t('exchange.make')}
        </Button>
        <WorkStatus work={work} />
      </Form>
    </Details>
  );
}
