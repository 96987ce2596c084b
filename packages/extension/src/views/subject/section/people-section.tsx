import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** People around the subject, each with their role. */
export function PeopleSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const to = { name: 'act', act: 'note-related-person', subject: subject.id } as const;
  const names = new Map(
    all('relatedPerson').map(({ id, value }) => [id, value.name ?? value.relationship] as const),
  );
  return (
    <>
      <p>
        <Button kind="secondary" onPress={() => router.go(to)}>
          {t('person.related.add')}
        </Button>
      </p>
      <RecordList
        records={all('relatedPerson')}
        captures={all('sourceCapture')}
        after={({ id }) => (
          <Button
            kind="link"
            about={names.get(id)}
            onPress={() => router.go({ ...to, record: id })}
          >
            {t('person.correct')}
          </Button>
        )}
      />
    </>
  );
}
