import { codeLabel, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../use-records.js';

/** What was refused after a name had been given, the latest first: codes and dates, and what is still held. */
export function RefusalList() {
  const { router, services } = useApp();
  const { lists } = services;
  const referrals = useRecords('referral');
  const refusals = useRecords('refusal');
  const held = new Set(referrals?.map(({ id }) => id));
  if (!referrals || !refusals) return <p role="status">{t('common.loading')}</p>;
  return (
    <>
      <p class="govuk-body">{t('refusals.intro')}</p>
      <Table
        caption={t('refusals.caption')}
        captionHidden
        empty={t('refusals.none')}
        rows={refusals.toSorted((a, b) => b.value.refusedOn.localeCompare(a.value.refusedOn))}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'on',
            heading: t('refusals.on'),
            cell: ({ value }) => writtenDate(value.refusedOn),
          },
          {
            key: 'reasons',
            heading: t('refusals.reasons'),
            cell: ({ value }) =>
              value.reasonCodes.map((code) => codeLabel(lists, 'decision-reason', code)).join('. '),
          },
          {
            key: 'route',
            heading: t('refusals.route'),
            cell: ({ value: { route } }) =>
              route ? codeLabel(lists, 'referral-route', route) : t('common.not-recorded'),
          },
          {
            key: 'what',
            heading: t('refusals.what'),
            cell: ({ id, value: { referralId, keepUntil } }) =>
              held.has(referralId) ? (
                <>
                  {keepUntil
                    ? t('refusals.kept', { date: writtenDate(keepUntil) })
                    : t('refusals.to-dispose')}{' '}
                  <Button kind="link" onPress={() => router.go({ name: 'refuse', refusal: id })}>
                    {t('refusals.settle')}
                  </Button>
                </>
              ) : (
                t('refusals.nothing')
              ),
          },
        ]}
      />
    </>
  );
}
