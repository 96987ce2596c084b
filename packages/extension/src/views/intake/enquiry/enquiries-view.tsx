import { codeLabel, ENQUIRY_STATES, type EnquiryRow, writtenDate } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { needsFacet, whenDue } from '../../act/needs.js';
import { DueText } from '../../case/due-text.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useDue } from '../../desk/list/use-due.js';
import { StateTag } from './state-tag.js';

/** Enquiries, which name nobody: the state, next step and due day of each. Opening one is logged. */
export function EnquiriesView() {
  const { router, services } = useApp();
  const { lists } = services;
  const today = services.today();
  const { due } = useDue();
  const terms = useMemo(
    (): ListTerms<EnquiryRow> => ({
      text: ({ references, asker = '' }) => [...references, asker].join(' '),
      facets: [
        needsFacet(({ id }) => due.has(id)),
        {
          key: 'state',
          label: t('enquiries.state'),
          choices: ENQUIRY_STATES.map((state) => ({
            value: state,
            label: t(`enquiry.state.${state}`),
          })),
          of: ({ state }) => state,
        },
        {
          key: 'route',
          label: t('enquiries.asked-by'),
          choices: choicesOf(lists, 'referral-route', today),
          of: ({ route }) => route,
        },
      ],
      columns: [
        {
          key: 'received',
          heading: t('enquiries.received'),
          cell: ({ receivedOn, references, asker }) => (
            <>
              {writtenDate(receivedOn)}
              {[references[0], asker].map(
                (each) =>
                  each !== undefined && (
                    <>
                      , <span dir="auto">{each}</span>
                    </>
                  ),
              )}
            </>
          ),
          sortBy: ({ receivedOn }) => receivedOn,
        },
        {
          key: 'state',
          heading: t('enquiries.state'),
          cell: ({ state }) => <StateTag state={state} />,
          sortBy: ({ state }) => t(`enquiry.state.${state}`),
        },
        {
          key: 'next',
          heading: t('enquiries.next'),
          cell: ({ id }) => due.get(id)?.what ?? t('due.nothing'),
        },
        {
          key: 'due',
          heading: t('enquiries.due'),
          cell: ({ id }) => <DueText due={due.get(id)} today={today} />,
          sortBy: ({ id }) => whenDue(due.get(id)),
        },
        {
          key: 'asked-by',
          heading: t('enquiries.asked-by'),
          cell: ({ route }) => codeLabel(lists, 'referral-route', route),
          sortBy: ({ route }) => codeLabel(lists, 'referral-route', route),
        },
        {
          key: 'tier',
          heading: t('enquiries.tier'),
          cell: ({ tier }) =>
            tier ? codeLabel(lists, 'activity-tier', tier) : t('common.not-recorded'),
        },
      ],
    }),
    [due, lists, today],
  );
  return (
    <>
      <PageHeading>{t('enquiries.title')}</PageHeading>
      <p class="govuk-body">{t('enquiries.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'take-enquiry' })}>{t('enquiries.take')}</Button>
      </ButtonGroup>
      <RowsList
        list="enquiries"
        {...terms}
        sort="due"
        caption={t('enquiries.caption')}
        find={t('enquiries.find')}
        findHint={t('enquiries.find.hint')}
        counted={(count) => t('enquiries.found', { count })}
        empty={<p class="govuk-body">{t('enquiries.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'enquiry', enquiry: id })}
      />
    </>
  );
}
