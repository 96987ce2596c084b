import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Records of informing people, with the reason where somebody was not informed; the latest first. */
export function TellingsSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const shared = all('agencyContact').filter(({ value }) => value.shared !== undefined).length;
  const latest = all('telling').toSorted((a, b) => (a.value.on < b.value.on ? 1 : -1));
  return (
    <>
      <p>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'act', act: 'record-telling', subject: subject.id })}
        >
          {t('person.telling.add')}
        </Button>
      </p>
      {shared > 0 && (
        <p class="govuk-body">
          {t('person.tellings.shared', { count: shared })}{' '}
          <Button
            kind="link"
            onPress={() => router.go({ name: 'subject', subject: subject.id, section: 'agencies' })}
          >
            {t('agencies.contacts')}
          </Button>
        </p>
      )}
      <RecordList records={latest} captures={all('sourceCapture')} />
    </>
  );
}
