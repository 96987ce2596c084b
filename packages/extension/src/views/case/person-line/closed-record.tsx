import { type RecordId, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import type { ClosedLine } from '../../../ports/person-line-read.js';

interface ClosedRecordProps {
  /** Absent if the screen's record names a person whom nobody may be told. */
  read?: ClosedLine;
  subject?: RecordId;
}

/** Shown instead of any screen about a person whom this officer knows: no fact, and what to do. */
export function ClosedRecord({ read, subject }: ClosedRecordProps) {
  const { router } = useApp();
  return (
    <div class="cp-read">
      <PageHeading>{t('known.closed')}</PageHeading>
      {read && subject ? (
        <Declared read={read} subject={subject} />
      ) : (
        <p class="govuk-body">{t('known.closed.plain')}</p>
      )}
      <p class="govuk-body">{t('known.closed.concern')}</p>
      <Button kind="link" onPress={() => router.go({ name: 'today' })}>
        {t('known.closed.today')}
      </Button>
    </div>
  );
}

function Declared({ read, subject }: Required<ClosedRecordProps>) {
  const { router } = useApp();
  const { supervisor: name, declaredOn, isTold, isAnswered } = read;
  return (
    <>
      <p class="govuk-body">{t('known.closed.why', { date: writtenDate(declaredOn) })}</p>
      <p class="govuk-body">
        {isAnswered
          ? t('known.closed.stays', { name })
          : t(isTold ? 'known.closed.waits' : 'known.closed.tell', { name })}
      </p>
      <p class="govuk-body">{t('known.closed.after', { name })}</p>
      <ButtonGroup>
        <Button
          kind={isTold ? 'secondary' : 'primary'}
          onPress={() => router.go({ name: 'know-person', subject })}
        >
          {t(isTold ? 'known.tell.again' : 'known.tell')}
        </Button>
      </ButtonGroup>
    </>
  );
}
