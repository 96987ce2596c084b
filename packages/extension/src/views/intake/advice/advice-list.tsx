import { type AdviceRow, codeLabel, LIST_FIELDS, writtenDate } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { codeFacet, dueFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';

/** All advice, the latest first: day, topic and organisation. Opening one is logged. */
export function AdviceList() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown();
  const { lists } = known;
  const terms = useMemo((): ListTerms<AdviceRow> => {
    const topicOf = ({ topic, givenOn }: AdviceRow) =>
      codeLabel(lists, 'advice-topic', topic, givenOn);
    return {
      text: (row) => [row.organisation ?? '', topicOf(row)].join(' '),
      fields: LIST_FIELDS.advice(known),
      facets: [codeFacet('topic', t('advice.topic'), 'advice-topic', lists), dueFacet()],
      columns: [
        {
          key: 'given',
          heading: t('advice.given'),
          cell: ({ givenOn }) => (
            <>
              <span class="govuk-visually-hidden">{t('advice.open')} </span>
              {writtenDate(givenOn)}
            </>
          ),
        },
        { key: 'topic', heading: t('advice.topic'), cell: topicOf },
        {
          key: 'organisation',
          heading: t('advice.organisation'),
          cell: ({ organisation }) => (
            <span dir="auto">{organisation ?? t('common.not-recorded')}</span>
          ),
        },
        {
          key: 'follow-up',
          heading: t('advice.follow-up'),
          cell: followUp,
        },
      ],
    };
  }, [known, lists]);
  return (
    <>
      <PageHeading>{t('advice.title')}</PageHeading>
      <p class="govuk-body">{t('advice.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'advice', writing: true })}>
          {t('advice.add')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="advice"
        {...terms}
        sort="given"
        unread={unread}
        failed={failed}
        isDescending
        caption={t('advice.caption')}
        find={t('advice.find')}
        findHint={t('advice.find.hint')}
        counted={(count) => t('advice.found', { count })}
        empty={<p class="govuk-body">{t('advice.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'advice', advice: id })}
      />
    </>
  );
}

function followUp({ followUpDueOn, followedUpOn }: AdviceRow): string {
  if (followedUpOn) return t('advice.follow-up.done', { date: writtenDate(followedUpOn) });
  if (followUpDueOn) return t('advice.follow-up.due', { date: writtenDate(followUpDueOn) });
  return t('advice.follow-up.none');
}
