import {
  civilDay,
  followUpAdvice,
  type Issue,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';

/** One piece of advice, as given, with the next steps. */
export function AdvicePage({
  held,
  again,
}: {
  held: StoredRecord<'advice'>;
  again: () => Promise<void>;
}) {
  const { services, router } = useApp();
  const problem = useSignal<string | undefined>(undefined);
  const { isBusy, save } = useSave();
  const { givenOn, followUpDueOn, followedUpOn } = held.value;
  const isWaiting = followUpDueOn !== undefined && followedUpOn === undefined;

  const show = ([issue]: readonly Issue[]): void => {
    problem.value = issue?.message;
  };
  const followUp = (): Promise<void> =>
    save(
      { work: `follow-up/${held.id}`, show },
      held.heads,
      () => followUpAdvice(held, {}, { host: services.host, lists: services.lists }),
      () => ({ heading: t('advice.followed-up'), go: again }),
    );

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
          <Button busy={isBusy} onPress={() => void followUp()}>
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
      <RecordDetails
        kind="advice"
        value={held.value}
        lists={services.lists}
        on={civilDay(held.createdAt)}
      />
    </div>
  );
}
