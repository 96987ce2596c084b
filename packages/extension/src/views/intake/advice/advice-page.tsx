import { followUpAdvice, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';

/** One piece of advice, as it was given, and what is still to be done about it. */
export function AdvicePage({
  held,
  again,
}: {
  held: StoredRecord<'advice'>;
  again: () => Promise<void>;
}) {
  const { services, router, session } = useApp();
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const { givenOn, followUpDueOn, followedUpOn } = held.value;
  const isWaiting = followUpDueOn !== undefined && followedUpOn === undefined;

  const followUp = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    try {
      const noted = followUpAdvice(held, {}, { host: services.host, lists: services.lists });
      if (!noted.ok) {
        problem.value = noted.issues[0]?.message;
        return;
      }
      const { seq } = await services.store.commit(noted.value.commit);
      session.say({ heading: t('advice.followed-up'), seq });
      await again();
    } catch (error) {
      problem.value = asIssue(error).message;
    } finally {
      isBusy.value = false;
    }
  };

  return (
    <div class="cp-read">
      <PageHeading caption={t('advice.title')}>
        {t('advice.one', { date: writtenDate(givenOn) })}
      </PageHeading>
      {problem.value !== undefined && <ErrorSummary errors={[{ message: problem.value }]} />}
      {isWaiting && (
        <InsetText>{t('advice.follow-up.waiting', { date: writtenDate(followUpDueOn) })}</InsetText>
      )}
      <ButtonGroup>
        {isWaiting && (
          <Button busy={isBusy.value} onPress={() => void followUp()}>
            {t('advice.follow-up.mark')}
          </Button>
        )}
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'advice', advice: held.id, writing: true })}
        >
          {t('advice.correct')}
        </Button>
      </ButtonGroup>
      <RecordDetails kind="advice" value={held.value} lists={services.lists} />
    </div>
  );
}
