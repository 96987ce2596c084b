import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';
import { GivenOut } from './given-out.js';
import { toldElsewhere } from './told-elsewhere.js';

/**
 * Everybody who was told: the notes, with the reason where somebody was not informed; the other parts of the page that
 * say so; and the disclosures in the log. Each the latest first.
 */
export function TellingsSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const { subject, all } = page;
  const elsewhere = toldElsewhere(page);
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
      <h2 class="govuk-heading-m">{t('person.tellings.notes')}</h2>
      {latest.length > 0 ? (
        <RecordList records={latest} captures={all('sourceCapture')} />
      ) : (
        <p class="govuk-body">{t('person.tellings.no-notes')}</p>
      )}
      {elsewhere.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('person.tellings.elsewhere')}</h2>
          <ul class="govuk-list">
            {elsewhere.map(({ section, label, count }) => (
              <li key={section}>
                <Button
                  kind="link"
                  onPress={() => router.go({ name: 'subject', subject: subject.id, section })}
                >
                  {t(label)}
                </Button>
                {': '}
                {t('person.tellings.say', { count })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">{t('papers.given')}</h2>
      <GivenOut page={page} />
    </>
  );
}
