import { CONDITION_STATES, type ConditionRow, codeLabel, writtenDate } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { needsFacet, whenDue } from '../../act/needs.js';
import { DueText } from '../../case/due-text.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useDue } from '../../desk/list/use-due.js';
import { ConditionTag } from './condition-tag.js';

/** Every condition: its subject, its progress and its next step. Its wording is shown only once it is opened. */
export function ConditionsView() {
  const { router, services } = useApp();
  const { lists } = services;
  const today = services.today();
  const { due } = useDue();
  const terms = useMemo((): ListTerms<ConditionRow> => {
    // The condition's own entry or that of its evidence: the more urgent.
    const dueOf = ({ id, untold }: ConditionRow) =>
      [id, ...untold]
        .flatMap((each) => due.get(each) ?? [])
        .toSorted((a, b) => ((whenDue(a) ?? '') < (whenDue(b) ?? '') ? -1 : 1))[0];
    return {
      text: ({ name = '', otherNames }) => [name, ...otherNames].join(' '),
      facets: [
        needsFacet((row) => dueOf(row) !== undefined),
        {
          key: 'state',
          label: t('conditions.list.state'),
          choices: CONDITION_STATES.map((state) => ({
            value: state,
            label: t(`conditions.state.${state}`),
          })),
          of: ({ state }) => state,
        },
        {
          key: 'kind',
          label: t('conditions.list.kind'),
          choices: choicesOf(lists, 'order-kind', today),
          of: ({ orderKind = '' }) => orderKind,
        },
      ],
      columns: [
        {
          key: 'name',
          heading: t('conditions.list.who'),
          cell: ({ name }) => <span dir="auto">{name ?? t('common.not-recorded')}</span>,
          sortBy: ({ name = '' }) => name,
        },
        {
          key: 'day',
          heading: t('conditions.list.day'),
          cell: ({ dueOn }) => writtenDate(dueOn),
          sortBy: ({ dueOn }) => dueOn,
        },
        {
          key: 'state',
          heading: t('conditions.list.state'),
          cell: ({ state }) => <ConditionTag state={state} />,
          sortBy: ({ state }) => t(`conditions.state.${state}`),
        },
        {
          key: 'due',
          heading: t('conditions.list.due'),
          cell: (row) => <DueText due={dueOf(row)} today={today} />,
          sortBy: (row) => whenDue(dueOf(row)),
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
  }, [due, lists, today]);
  return (
    <>
      <PageHeading>{t('conditions.title')}</PageHeading>
      <p class="govuk-body">{t('conditions.intro')}</p>
      <RowsList
        list="conditions"
        {...terms}
        sort="day"
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
