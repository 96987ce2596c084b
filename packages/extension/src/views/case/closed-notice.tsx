import { closedBy, codeLabel, requestStanding, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { InsetText } from '../../components/inset-text.js';
import { t } from '../../locales/late.js';
import { writtenDay } from '../desk/today/when.js';
import { ReviewStanding } from './review-standing.js';
import type { SubjectPage } from './subject-page.js';

/** Says that the case is closed, offered to a colleague or with one, and that a hold is in place. */
export function ClosedNotice({ page: { subject, all } }: { page: SubjectPage }) {
  const { services, router } = useApp();
  const closing = closedBy(all('decision'));
  const handover = all('colleagueRequest')
    .filter(({ value }) => value.kind === 'handover' && value.answer !== 'declined')
    .at(-1);
  const holds = all('hold').filter(({ value }) => value.liftedOn === undefined);
  if (!closing && !handover && holds.length === 0) return null;
  return (
    <InsetText>
      {closing && (
        <p class="govuk-body">
          {t('ending.notice.closed', {
            date: writtenDate(closing.value.decidedOn),
            reason: codeLabel(
              services.lists,
              'closure-reason',
              closing.value.closureReason ?? '',
              closing.value.decidedOn,
            ),
          })}{' '}
          <Button
            kind="link"
            onPress={() => router.go({ name: 'close-case', subject: subject.id })}
          >
            {t('ending.reopen.go')}
          </Button>
        </p>
      )}
      {handover && (
        <p class="govuk-body">
          {t(
            requestStanding(handover) === 'answered'
              ? 'ending.notice.handed'
              : 'ending.notice.offered',
            { name: handover.value.toName, date: writtenDate(handover.value.askedOn) },
          )}
        </p>
      )}
      {closing && <ReviewStanding about={closing.id} />}
      {holds.map(({ id, value }) => (
        <p class="govuk-body" key={id}>
          {t('ending.notice.hold', {
            reason: codeLabel(services.lists, 'hold-reason', value.reason, value.from),
            date: writtenDay(value.reviewDueOn),
          })}
        </p>
      ))}
    </InsetText>
  );
}
