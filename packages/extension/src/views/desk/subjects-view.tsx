import { LIST_FIELDS, type SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { organisationFacet } from './list/facet-words.js';
import { RowsList } from './list/rows-list.js';
import { useListKnown } from './list/use-list-known.js';
import { useRows } from './list/use-rows.js';
import { keptSelection } from './people/kept-selection.js';
import { SelectedBar } from './people/selected-bar.js';
import { subjectColumns } from './subject-columns.js';
import { subjectFacets } from './subject-facets.js';
import { subjectText } from './subject-text.js';
import { subjectWords } from './subject-words.js';

/**
 * Stored subjects, found by anything that is held about them: a row then says where. Otherwise codes and days are
 * listed, and no text about anybody; opening one is logged.
 */
export function SubjectsView() {
  const { router, session } = useApp();
  const { known, unread, failed } = useListKnown({
    hasLevels: true,
    hasReferrals: true,
    hasOrganisations: true,
  });
  const opening = session.open.value;
  const selected = useMemo(() => keptSelection(opening), [opening]);
  const news = useRows('subjects');
  const select = useMemo(() => {
    // A box of one of two alike says which.
    const words = subjectWords(news && 'rows' in news ? news.rows : []);
    const label = ({ id, name }: SubjectRow): string => words.get(id) ?? name;
    return { selected, can: isOpen, label };
  }, [selected, news]);
  useKeys(undefined, { select: pressesTick });
  const terms = useMemo(
    () => ({
      text: subjectText,
      fields: LIST_FIELDS.subjects(known),
      facets: [...subjectFacets(known.lists), organisationFacet(known)],
      columns: subjectColumns(known),
    }),
    [known],
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
        sort="due"
        then={BY_NAME}
        unread={unread}
        failed={failed}
        isOrderKept
        caption={t('subjects.caption')}
        find={t('subjects.find')}
        findHint={t('subjects.find.hint')}
        counted={(count) => t('subjects.found', { count })}
        empty={<NoSubjects />}
        onOpen={({ id }) => router.go({ name: 'subject', subject: id })}
        select={select}
        foot={(found) => <SelectedBar selected={selected} shown={found} />}
      />
    </div>
  );
}

/** Presses the box of the row that the focus is in. */
function pressesTick(): void {
  const row = document.activeElement?.closest('tr[data-row]');
  row?.querySelector<HTMLElement>('.cp-tick')?.click();
}

const BY_NAME = { sort: 'name', isDescending: false } as const;

/** Nothing is done with a record that is closed to the officer. */
const isOpen = ({ isClosed }: SubjectRow): boolean => !isClosed;

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
