import { codeLabel, type RefusalRow, writtenDate } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { t } from '../../../locales/late.js';
import { RowsList } from '../../desk/list/rows-list.js';

/** Refusals after a name was given, the latest first: codes and dates, and whether records are still kept. */
export function RefusalList() {
  const { router, services } = useApp();
  const { lists } = services;
  const terms = useMemo((): ListTerms<RefusalRow> => {
    const reasons = ({ reasonCodes }: RefusalRow) =>
      reasonCodes.map((code) => codeLabel(lists, 'decision-reason', code)).join('. ');
    const asker = ({ route }: RefusalRow) =>
      route ? codeLabel(lists, 'referral-route', route) : t('common.not-recorded');
    return {
      text: (row) => [reasons(row), asker(row)].join(' '),
      facets: [
        {
          key: 'held',
          label: t('refusals.what'),
          choices: [
            { value: 'held', label: t('refusals.held') },
            { value: 'gone', label: t('refusals.gone') },
          ],
          of: ({ isHeld }) => (isHeld ? 'held' : 'gone'),
        },
      ],
      columns: [
        {
          key: 'on',
          heading: t('refusals.on'),
          cell: ({ refusedOn }) => writtenDate(refusedOn),
          sortBy: ({ refusedOn }) => refusedOn,
        },
        { key: 'reasons', heading: t('refusals.reasons'), cell: reasons, sortBy: reasons },
        { key: 'route', heading: t('refusals.route'), cell: asker, sortBy: asker },
        {
          key: 'what',
          heading: t('refusals.what'),
          cell: ({ id, isHeld, keepUntil }) =>
            isHeld ? (
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
          sortBy: ({ isHeld, keepUntil }) => (isHeld ? (keepUntil ?? '0') : undefined),
        },
      ],
    };
  }, [lists, router]);
  return (
    <>
      <p class="govuk-body">{t('refusals.intro')}</p>
      <RowsList
        list="refusals"
        {...terms}
        sort="on"
        isDescending
        caption={t('refusals.caption')}
        find={t('refusals.find')}
        findHint={t('refusals.find.hint')}
        counted={(count) => t('refusals.found', { count })}
        empty={<p class="govuk-body">{t('refusals.none')}</p>}
      />
    </>
  );
}
