import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { ActLink } from '../menu/act-link.js';
import { groupedActs } from '../menu/grouped-acts.js';
import { GivenOut } from './given-out.js';

/** Papers about the person: those that can be made, and what was given out so far, the latest first. */
export function PapersSection({ page }: { page: SubjectPage }) {
  const app = useApp();
  const acts = groupedActs(app, page).find(({ group }) => group === 'papers')?.acts ?? [];
  return (
    <>
      <h2 class="govuk-heading-m">{t('papers.make')}</h2>
      <ul class="govuk-list">
        {acts.map((act) => (
          <li key={act.id}>
            <ActLink
              act={act}
              onAct={() => app.router.go(act.to(page.subject.id))}
              onGo={(to) => app.router.go(to)}
            />
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t('papers.given')}</h2>
      <GivenOut page={page} />
      <p class="govuk-body">
        <Button
          kind="link"
          onPress={() =>
            app.router.go({ name: 'subject', subject: page.subject.id, section: 'log' })
          }
        >
          {t('papers.log')}
        </Button>
      </p>
    </>
  );
}
