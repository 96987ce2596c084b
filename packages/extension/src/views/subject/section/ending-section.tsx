import { closedBy, codeLabel, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { SummaryList } from '../../../components/summary-list.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import { retentionRows, standingOf } from '../../case/retention-words.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useRetention } from '../../case/use-retention.js';
import { writtenDay } from '../../desk/today/when.js';
import { whyNot } from '../menu/why-not.js';

/** Retention of the case, the obstacles to its disposal, and the acts on both. */
export function EndingSection({ page }: { page: SubjectPage }) {
  const { subject, records, all } = page;
  const { services, router } = useApp();
  const { lists } = services;
  const on = { subject: subject.id };
  const standing = standingOf(records, useRetention());
  const isClosed = closedBy(all('decision')) !== undefined;
  const stop = whyNot('dispose-of-case', page, []);
  return (
    <>
      <h2 class="govuk-heading-m">{t('ending.retention.title')}</h2>
      {standing && <SummaryList rows={retentionRows(standing, lists, services.today())} />}
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'retention', ...on })}>
          {t('ending.retention.go')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'close-case', ...on })}>
          {t(isClosed ? 'ending.reopen.go' : 'ending.close.go')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'dispose', ...on })}>
          {t(stop ? 'ending.dispose.look.stopped' : 'ending.dispose.look')}
        </Button>
      </ButtonGroup>
      {stop && (
        <p class="govuk-body">
          {t('ending.dispose.stopped', { why: stop.words })}{' '}
          {stop.first && (
            <Button kind="link" onPress={() => stop.first && router.go(stop.first.to)}>
              {stop.first.words}
            </Button>
          )}
        </p>
      )}
      <h2 class="govuk-heading-m">{t('ending.holds')}</h2>
      <Table
        caption={t('ending.holds')}
        captionHidden
        empty={t('ending.holds.none')}
        rows={all('hold')}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'why',
            heading: t('ending.holds.why'),
            cell: ({ value }) => codeLabel(lists, 'hold-reason', value.reason, value.from),
          },
          {
            key: 'from',
            heading: t('ending.holds.from'),
            cell: ({ value }) => writtenDate(value.from),
          },
          {
            key: 'state',
            heading: t('ending.holds.state'),
            cell: ({ value: { liftedOn, reviewDueOn } }) =>
              liftedOn === undefined
                ? t('ending.holds.stands', { date: writtenDay(reviewDueOn) })
                : t('ending.holds.lifted', { date: writtenDate(liftedOn) }),
          },
          {
            key: 'act',
            heading: t('ending.holds.act'),
            cell: ({ id, value }) =>
              value.liftedOn === undefined && (
                <Button kind="link" onPress={() => router.go({ name: 'hold', ...on, hold: id })}>
                  {t('ending.holds.review')}
                </Button>
              ),
          },
        ]}
      />
      <Button kind="secondary" onPress={() => router.go({ name: 'hold', ...on })}>
        {t('ending.hold.place')}
      </Button>
    </>
  );
}
