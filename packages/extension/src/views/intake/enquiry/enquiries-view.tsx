import { codeLabel, ENQUIRY_STATES, type EnquiryRow, LIST_FIELDS } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { DueCell } from '../../desk/list/due-cell.js';
import { codeFacet, dueFacet, stateFacet, workFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { useRows } from '../../desk/list/use-rows.js';
import { briefDay } from '../../desk/today/when.js';
import { StateTag } from './state-tag.js';

/** Enquiries, which name nobody: the state, next step and due day of each. Opening one is logged. */
export function EnquiriesView() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown();
  const { lists, today, dueOf } = known;
  const news = useRows('enquiries');
  const alike = useMemo(() => alikeIn(news && 'rows' in news ? news.rows : []), [news]);
  const terms = useMemo(
    (): ListTerms<EnquiryRow> => ({
      text: ({ references, asker = '' }) => [...references, asker].join(' '),
      fields: LIST_FIELDS.enquiries(known),
      facets: [
        stateFacet('state', t('enquiries.state'), ENQUIRY_STATES, (state) =>
          t(`enquiry.state.${state}`),
        ),
        dueFacet(),
        workFacet(),
        codeFacet('route', t('enquiries.asked-by'), 'referral-route', lists),
        codeFacet('risk', t('concern.list.risk'), 'risk-now', lists),
      ],
      columns: [
        {
          key: 'received',
          heading: t('enquiries.received'),
          cell: ({ receivedOn, references, asker }) => (
            <>
              {briefDay(receivedOn, today)}
              {[references[0], asker && t('enquiries.by', { asker })].map(
                (each) =>
                  each !== undefined && (
                    <>
                      , <span dir="auto">{each}</span>
                    </>
                  ),
              )}
            </>
          ),
          under: (row) => <bdi>{begunWords(row, alike)}</bdi>,
        },
        {
          key: 'state',
          heading: t('enquiries.state'),
          cell: ({ state }) => <StateTag state={state} />,
        },
        {
          key: 'next',
          heading: t('enquiries.next'),
          cell: ({ id }) => dueOf(id)[0]?.what ?? t('due.nothing'),
        },
        {
          key: 'due',
          heading: t('enquiries.due'),
          cell: ({ id }) => <DueCell due={dueOf(id)[0]} today={today} withDay />,
        },
        {
          key: 'route',
          heading: t('enquiries.asked-by'),
          cell: ({ route }) => codeLabel(lists, 'referral-route', route),
        },
        {
          key: 'tier',
          heading: t('enquiries.tier'),
          cell: ({ tier }) =>
            tier ? codeLabel(lists, 'activity-tier', tier) : t('common.not-recorded'),
        },
      ],
    }),
    [known, lists, today, dueOf, alike],
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
        unread={unread}
        failed={failed}
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

/** Rows that read alike, by their words: one asker, one day, and the same first words. */
function alikeIn(rows: readonly EnquiryRow[]): ReadonlySet<string> {
  const [seen, alike] = [new Set<string>(), new Set<string>()];
  for (const row of rows) {
    const reads = readsAs(row);
    if (seen.has(reads)) alike.add(reads);
    seen.add(reads);
  }
  return alike;
}

function readsAs({ asker, route, receivedOn, references, begins }: EnquiryRow): string {
  return JSON.stringify([asker ?? route, receivedOn, references, begins]);
}

function begunWords(row: EnquiryRow, alike: ReadonlySet<string>): string {
  const { begins, createdAt } = row;
  return alike.has(readsAs(row))
    ? t('enquiries.begins.recorded', { words: begins, moment: writtenMoment(createdAt) })
    : t('enquiries.begins', { words: begins });
}
