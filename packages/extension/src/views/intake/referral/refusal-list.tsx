import {
  codeLabel,
  LIST_FIELDS,
  REFUSAL_STATES,
  type RefusalRow,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { t } from '../../../locales/late.js';
import { codeFacet, stateFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import type { ListKnownRead } from '../../desk/list/use-list-known.js';

/** Refusals after a name was given, the latest first: codes and dates, and whether records are still kept. */
export function RefusalList({ known }: ListKnownRead) {
  const { router } = useApp();
  const { lists } = known;
  const terms = useMemo((): ListTerms<RefusalRow> => {
    const reasons = ({ reasonCodes, refusedOn }: RefusalRow) =>
      reasonCodes.map((code) => codeLabel(lists, 'decision-reason', code, refusedOn)).join('. ');
    const asker = ({ route, refusedOn }: RefusalRow) =>
      route ? codeLabel(lists, 'referral-route', route, refusedOn) : t('common.not-recorded');
    return {
      text: (row) => [reasons(row), asker(row)].join(' '),
      fields: LIST_FIELDS.refusals(known),
      facets: [
        stateFacet('held', t('refusals.what'), REFUSAL_STATES, (state) => t(`refusals.${state}`)),
        codeFacet('reasons', t('refusals.reasons'), 'decision-reason', lists),
        codeFacet('route', t('refusals.route'), 'referral-route', lists),
      ],
      columns: [
        {
          key: 'on',
          heading: t('refusals.on'),
          cell: ({ refusedOn }) => writtenDate(refusedOn),
        },
        { key: 'reasons', heading: t('refusals.reasons'), cell: reasons },
        { key: 'route', heading: t('refusals.route'), cell: asker },
        {
          key: 'held',
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
        },
      ],
    };
  }, [known, lists, router]);
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
