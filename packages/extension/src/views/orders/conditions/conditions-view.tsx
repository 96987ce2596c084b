import {
  CONDITION_STATES,
  type ConditionRow,
  codeLabel,
  dueOfCondition,
  LIST_FIELDS,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { DueCell } from '../../desk/list/due-cell.js';
import { codeFacet, dueFacet, stateFacet, workFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { briefDay } from '../../desk/today/when.js';
import { ConditionTag } from './condition-tag.js';

/** Every condition: its subject, its progress and its next step. Its wording is shown only once it is opened. */
export function ConditionsView() {
  const { router } = useApp();
  const { known, unread, failed } = useListKnown();
  const { lists, today } = known;
  const terms = useMemo((): ListTerms<ConditionRow> => {
    const dueOf = (row: ConditionRow) => dueOfCondition(row, known)[0];
    return {
      text: ({ name = '', otherNames }) => [name, ...otherNames].join(' '),
      fields: LIST_FIELDS.conditions(known),
      facets: [
        stateFacet('state', t('conditions.list.state'), CONDITION_STATES, (state) =>
          t(`conditions.state.${state}`),
        ),
        dueFacet(),
        workFacet(),
        codeFacet('kind', t('conditions.list.kind'), 'order-kind', lists),
        codeFacet('aim', t('conditions.list.aim'), 'condition-aim', lists),
      ],
      columns: [
        {
          key: 'name',
          heading: t('conditions.list.who'),
          cell: ({ name }) => <span dir="auto">{name ?? t('common.not-recorded')}</span>,
        },
        {
          key: 'day',
          heading: t('conditions.list.day'),
          cell: ({ dueOn }) => briefDay(dueOn, today),
        },
        {
          key: 'state',
          heading: t('conditions.list.state'),
          cell: ({ state }) => <ConditionTag state={state} />,
        },
        {
          key: 'due',
          heading: t('conditions.list.due'),
          cell: (row) => <DueCell due={dueOf(row)} today={today} withDay />,
        },
        {
          key: 'kind',
          heading: t('conditions.list.kind'),
          cell: ({ orderKind }) =>
            orderKind ? codeLabel(lists, 'order-kind', orderKind) : t('common.not-recorded'),
        },
        {
          key: 'aim',
          heading: t('conditions.list.aim'),
          cell: ({ aim }) => codeLabel(lists, 'condition-aim', aim),
        },
      ],
    };
  }, [known, lists, today]);
  return (
    <>
      <PageHeading>{t('conditions.title')}</PageHeading>
      <p class="govuk-body">{t('conditions.intro')}</p>
      <RowsList
        list="conditions"
        {...terms}
        sort="day"
        unread={unread}
        failed={failed}
        caption={t('conditions.list.caption')}
        find={t('conditions.find')}
        findHint={t('conditions.find.hint')}
        counted={(count) => t('conditions.found', { count })}
        empty={
          <p class="govuk-body">
            {t('conditions.list.none')}{' '}
            <Button kind="link" onPress={() => router.go({ name: 'subjects' })}>
              {t('subjects.choose')}
            </Button>
          </p>
        }
        onOpen={({ subjectId }) =>
          router.go({ name: 'subject', subject: subjectId, section: 'conditions' })
        }
      />
    </>
  );
}
