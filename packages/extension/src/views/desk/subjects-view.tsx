import type { SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { choicesOf } from '../../components/choice.js';
import type { ListTerms } from '../../components/list/list-query.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { RowsList } from './list/rows-list.js';
import { useDue } from './list/use-due.js';
import { useLevels } from './list/use-levels.js';
import { subjectColumns } from './subject-columns.js';
import { subjectText } from './subject-text.js';

/** Orders that wait for the diary: what is due says which referral a row is about. */
const BY_DUE = ['due', 'next', 'reference', 'received', 'status'];
const NO_WAIT: readonly string[] = [];

/**
 * Stored subjects, found by anything that is held about them: a row then says where. Otherwise codes and days are
 * listed, and no text about anybody; opening one is logged.
 */
export function SubjectsView() {
  const { router, services } = useApp();
  const { lists } = services;
  const today = services.today();
  const due = useDue();
  const levels = useLevels();
  const terms = useMemo(
    (): ListTerms<SubjectRow> => ({
      text: subjectText,
      facets: [
        {
          key: 'status',
          label: t('subjects.status'),
          choices: choicesOf(lists, 'referral-status', today),
          of: ({ status }) => status,
        },
      ],
      columns: subjectColumns({ lists, today, due, levels }),
    }),
    [lists, today, due, levels],
  );
  return (
    <div class="cp-subjects">
      <div class="cp-subjects__head">
        <PageHeading>{t('subjects.title')}</PageHeading>
        <Button kind="link" onPress={() => router.go({ name: 'saved-page' })}>
          {t('subjects.import')}
        </Button>
      </div>
      <RowsList
        list="subjects"
        byAnything
        {...terms}
        sort="name"
        waitsFor={due.isRead ? NO_WAIT : BY_DUE}
        caption={t('subjects.caption')}
        find={t('subjects.find')}
        findHint={t('subjects.find.hint')}
        counted={(count) => t('subjects.found', { count })}
        empty={<NoSubjects />}
        onOpen={({ id }) => router.go({ name: 'subject', subject: id })}
      />
    </div>
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
