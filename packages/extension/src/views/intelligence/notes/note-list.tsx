import { codeLabel, LIST_FIELDS, type ListKnown, type NoteRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { codeFacet } from '../../desk/list/facet-words.js';
import { RowsList } from '../../desk/list/rows-list.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { briefDay } from '../../desk/today/when.js';

/** Every graded note, the latest first: the person, the day and the codes. Its text is shown only once it is opened. */
export function NoteList() {
  const { router } = useApp();
  const { known } = useListKnown();
  const terms = useMemo(() => noteTerms(known), [known]);
  return (
    <>
      <PageHeading>{t('notes.title')}</PageHeading>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'note' })}>{t('palette.act.note')}</Button>
      </ButtonGroup>
      <RowsList
        list="notes"
        {...terms}
        sort="on"
        isDescending
        caption={t('notes.title')}
        find={t('notes.find')}
        counted={(count) => t('notes.found', { count })}
        empty={<p class="govuk-body">{t('notes.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'notes', note: id })}
      />
    </>
  );
}

function noteTerms(known: ListKnown): ListTerms<NoteRow> {
  const { lists, today } = known;
  return {
    text: ({ name = '', otherNames }) => [name, ...otherNames].join(' '),
    fields: LIST_FIELDS.notes(known),
    facets: [
      codeFacet('statement', t('notes.statement'), 'statement-type', lists),
      codeFacet('handling', t('notes.handling'), 'handling-code', lists),
    ],
    columns: [
      {
        key: 'name',
        heading: t('subjects.name'),
        cell: ({ subjectId, name }) => (
          <span dir="auto">
            {name ?? t(subjectId === undefined ? 'notes.nobody' : 'common.not-recorded')}
          </span>
        ),
      },
      { key: 'on', heading: t('notes.on'), cell: ({ on }) => briefDay(on, today) },
      {
        key: 'statement',
        heading: t('notes.statement'),
        cell: ({ statement }) => codeLabel(lists, 'statement-type', statement),
      },
      { key: 'grade', heading: t('notes.grade'), cell: ({ grade }) => grade },
      {
        key: 'handling',
        heading: t('notes.handling'),
        isExtra: true,
        cell: ({ handling }) => codeLabel(lists, 'handling-code', handling),
      },
      {
        key: 'recorded',
        heading: t('subjects.recorded'),
        isExtra: true,
        cell: ({ recordedOn }) => briefDay(recordedOn, today),
      },
    ],
  };
}
