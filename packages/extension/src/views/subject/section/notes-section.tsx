import { civilDay, type StoredRecord, writtenDate, writtenGrade } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

type Note = StoredRecord<'intelligenceNote'>;

/** Graded notes, the latest intelligence first, each under its day and its grade: that is how it may be used. */
export function NotesSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const notes = all('intelligenceNote').toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  return (
    <RecordList
      records={notes}
      captures={all('sourceCapture')}
      headed
      heading={(note) => headingOf(note as Note)}
      after={(note) => (
        <p class="govuk-body cp-detail__acts">
          <Button
            kind="link"
            about={headingOf(note as Note)}
            onPress={() =>
              router.go({ name: 'act', act: 'correct-note', subject: subject.id, record: note.id })
            }
          >
            {t('person.correct')}
          </Button>
        </p>
      )}
    />
  );
}

/** The day of the intelligence, or of the note where nobody gave one. */
function dayOf({ value, createdAt }: Note): string {
  return value.intelligenceOn ?? civilDay(createdAt);
}

function headingOf({ value: { intelligenceOn, grade }, createdAt }: Note): string {
  const written = writtenGrade(grade);
  return intelligenceOn === undefined
    ? t('notes.head.noted', { date: writtenDate(civilDay(createdAt)), grade: written })
    : t('notes.head', { date: writtenDate(intelligenceOn), grade: written });
}
