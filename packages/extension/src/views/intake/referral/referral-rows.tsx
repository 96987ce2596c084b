import { codeLabel, type DiaryEntry, type RecordId, type ReferralRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { choicesOf } from '../../../components/choice.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { Tag, type TagProps } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import { needsFacet, whenDue } from '../../act/needs.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { briefDay, howFar, nearnessOf } from '../../desk/today/when.js';

const COLOURS: Readonly<Record<string, TagProps['colour']>> = {
  received: 'blue',
  accepted: 'green',
};

/** Names, states and due days. Opening one is logged. */
export function ReferralRows({ due }: { due: ReadonlyMap<RecordId, DiaryEntry> }) {
  const { router, services } = useApp();
  const { lists } = services;
  const today = services.today();
  const terms = useMemo(
    (): ListTerms<ReferralRow> => ({
      text: ({ name = '', otherNames, references }) =>
        [name, ...otherNames, ...references].join(' '),
      facets: [
        needsFacet(({ id }) => due.has(id)),
        {
          key: 'status',
          label: t('referrals.state'),
          choices: choicesOf(lists, 'referral-status', today),
          of: ({ status }) => status,
        },
      ],
      columns: [
        {
          key: 'name',
          heading: t('referrals.name'),
          cell: ({ name }) => <span dir="auto">{name ?? t('common.not-recorded')}</span>,
          sortBy: ({ name }) => name,
        },
        {
          key: 'received',
          heading: t('referrals.received'),
          cell: ({ receivedOn }) => briefDay(receivedOn, today),
          sortBy: ({ receivedOn }) => receivedOn,
        },
        {
          key: 'state',
          heading: t('referrals.state'),
          cell: ({ status }) => (
            <Tag colour={COLOURS[status]}>{codeLabel(lists, 'referral-status', status)}</Tag>
          ),
          sortBy: ({ status }) => codeLabel(lists, 'referral-status', status),
        },
        {
          key: 'next',
          heading: t('referrals.next'),
          cell: ({ id }) => due.get(id)?.what ?? t('due.nothing'),
        },
        {
          key: 'due',
          heading: t('referrals.due'),
          cell: ({ id }) => {
            const entry = due.get(id);
            return (
              entry && (
                <span class={`cp-when cp-when--${nearnessOf(entry, today)}`}>
                  {howFar(entry, today)}
                </span>
              )
            );
          },
          sortBy: ({ id }) => whenDue(due.get(id)),
        },
        {
          key: 'route',
          heading: t('referrals.route'),
          cell: ({ route }) =>
            route ? codeLabel(lists, 'referral-route', route) : t('common.not-recorded'),
        },
      ],
    }),
    [due, lists, today],
  );
  return (
    <div class="cp-referrals">
      <RowsList
        list="referrals"
        {...terms}
        sort="due"
        caption={t('referrals.caption')}
        find={t('referrals.find')}
        findHint={t('referrals.find.hint')}
        counted={(count) => t('referrals.found', { count })}
        empty={<p class="govuk-body">{t('referrals.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'referral', referral: id })}
      />
    </div>
  );
}
