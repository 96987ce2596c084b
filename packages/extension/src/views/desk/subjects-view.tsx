import { codeLabel, type SubjectRow, writtenDate } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { choicesOf } from '../../components/choice.js';
import type { ListTerms } from '../../components/list/list-query.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { RowsList } from './list/rows-list.js';
import { subjectText } from './subject-text.js';

/** Stored subjects, found by name, other name or reference. Only names are listed; opening one is logged. */
export function SubjectsView() {
  const { router, services } = useApp();
  const { lists } = services;
  const today = services.today();
  const terms = useMemo((): ListTerms<SubjectRow> => {
    const none = t('common.not-recorded');
    return {
      text: subjectText,
      facets: [
        {
          key: 'status',
          label: t('subjects.status'),
          choices: choicesOf(lists, 'referral-status', today),
          of: ({ status }) => status,
        },
      ],
      columns: [
        {
          key: 'name',
          heading: t('subjects.name'),
          cell: ({ name }) => <span dir="auto">{name}</span>,
          sortBy: ({ name }) => name,
        },
        {
          key: 'reference',
          heading: t('subjects.reference'),
          cell: ({ references }) => references[0] ?? none,
          sortBy: ({ references }) => references[0],
        },
        {
          key: 'received',
          heading: t('subjects.received'),
          cell: ({ receivedOn }) => (receivedOn ? writtenDate(receivedOn) : none),
          sortBy: ({ receivedOn }) => receivedOn,
        },
        {
          key: 'status',
          heading: t('subjects.status'),
          cell: ({ status }) => (status ? codeLabel(lists, 'referral-status', status) : none),
          sortBy: ({ status }) => status && codeLabel(lists, 'referral-status', status),
        },
      ],
    };
  }, [lists, today]);
  return (
    <>
      <PageHeading>{t('subjects.title')}</PageHeading>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.go({ name: 'saved-page' })}>
          {t('subjects.import')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="subjects"
        {...terms}
        sort="name"
        caption={t('subjects.caption')}
        find={t('subjects.find')}
        findHint={t('subjects.find.hint')}
        counted={(count) => t('subjects.found', { count })}
        empty={<NoSubjects />}
        onOpen={({ id }) => router.go({ name: 'subject', subject: id })}
      />
    </>
  );
}

/** Says how to add the first subject. */
function NoSubjects() {
  const { router } = useApp();
  return (
    <>
      <p class="govuk-body">{t('subjects.none')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'review' })}>{t('today.empty.capture')}</Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'take-enquiry' })}>
          {t('today.empty.take')}
        </Button>
      </ButtonGroup>
    </>
  );
}
