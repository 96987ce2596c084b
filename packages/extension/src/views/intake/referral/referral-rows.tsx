import {
  codeLabel,
  LIST_FIELDS,
  type ListKnown,
  organisationsNow,
  type ReferralRow,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { Tag, type TagProps } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import { DueCell } from '../../desk/list/due-cell.js';
import {
  codeFacet,
  dueFacet,
  handlingFacet,
  organisationFacet,
  workFacet,
} from '../../desk/list/facet-words.js';
import { offenceFacets, sectionWords, standingWords } from '../../desk/list/offence-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import type { ListKnownRead } from '../../desk/list/use-list-known.js';
import { briefDay } from '../../desk/today/when.js';
import { urgencyWords } from '../../desk/urgency-words.js';

const COLOURS: Readonly<Record<string, TagProps['colour']>> = {
  received: 'blue',
  accepted: 'green',
};

/** Names, states and due days. Opening one is logged. */
export function ReferralRows({ known, unread, failed }: ListKnownRead) {
  const { router } = useApp();
  const terms = useMemo(() => referralTerms(known), [known]);
  return (
    <div class="cp-referrals">
      <RowsList
        list="referrals"
        {...terms}
        sort="due"
        unread={unread}
        failed={failed}
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

function referralTerms(known: ListKnown): ListTerms<ReferralRow> {
  const { lists, today, dueOf, dueAbout } = known;
  return {
    text: ({ name = '', otherNames, references }) => [name, ...otherNames, ...references].join(' '),
    fields: LIST_FIELDS.referrals(known),
    facets: [
      codeFacet('status', t('referrals.state'), 'referral-status', lists),
      dueFacet(),
      workFacet(),
      codeFacet('route', t('referrals.route'), 'referral-route', lists),
      codeFacet('area', t('subjects.area'), 'force', lists),
      codeFacet('authority', t('subjects.authority'), 'local-authority', lists),
      ...offenceFacets(lists),
      organisationFacet(known),
      handlingFacet(),
    ],
    columns: [
      {
        key: 'name',
        heading: t('referrals.name'),
        cell: ({ name }) => <span dir="auto">{name ?? t('common.not-recorded')}</span>,
        under: ({ subjectId }) => urgencyWords(dueAbout(subjectId)[0], lists),
      },
      {
        key: 'received',
        heading: t('referrals.received'),
        cell: ({ receivedOn }) => briefDay(receivedOn, today),
      },
      {
        key: 'status',
        heading: t('referrals.state'),
        cell: ({ status }) => (
          <Tag colour={COLOURS[status]}>{codeLabel(lists, 'referral-status', status)}</Tag>
        ),
      },
      {
        key: 'next',
        heading: t('referrals.next'),
        cell: ({ id }) => dueOf(id)[0]?.what ?? t('due.nothing'),
      },
      {
        key: 'due',
        heading: t('referrals.due'),
        cell: ({ id }) => <DueCell due={dueOf(id)[0]} today={today} />,
      },
      {
        key: 'route',
        heading: t('referrals.route'),
        cell: ({ route }) =>
          route ? codeLabel(lists, 'referral-route', route) : t('common.not-recorded'),
      },
      {
        key: 'area',
        heading: t('subjects.area'),
        isExtra: true,
        cell: ({ forceArea }) =>
          forceArea ? codeLabel(lists, 'force', forceArea) : t('common.not-recorded'),
      },
      {
        key: 'authority',
        heading: t('subjects.authority'),
        isExtra: true,
        cell: ({ localAuthority }) =>
          localAuthority
            ? codeLabel(lists, 'local-authority', localAuthority)
            : t('common.not-recorded'),
      },
      {
        key: 'offence',
        heading: t('offence.list.section'),
        isExtra: true,
        cell: ({ offences }) => sectionWords(offences, lists),
      },
      {
        key: 'standing',
        heading: t('offence.list.standing'),
        isExtra: true,
        cell: ({ offences }) => standingWords(offences, lists),
      },
      {
        key: 'organisation',
        heading: t('organisation.column'),
        isExtra: true,
        cell: (row) => {
          const words = organisationsNow(row, known).map((each) => each.words);
          return words.length > 0 ? (
            <span dir="auto">{words.join('; ')}</span>
          ) : (
            t('common.not-recorded')
          );
        },
      },
      {
        key: 'reference',
        heading: t('subjects.reference'),
        isExtra: true,
        cell: ({ references: [own] }) => own ?? t('subjects.reference.none'),
      },
    ],
  };
}
