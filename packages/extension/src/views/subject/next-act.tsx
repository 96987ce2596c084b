/**
 * The next due acts on the case, each with its button: an officer who has just saved does not have to look for them.
 */
import { caseHolder, closedBy } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import { allDue } from '../case/due-now.js';
import { DueText } from '../case/due-text.js';
import type { SubjectPage } from '../case/subject-page.js';
import { useRules } from '../case/use-retention.js';
import { routeOfAct } from '../desk/today/act-route.js';

/** Number shown; the diary has the rest. */
const SHOWN = 3;

export function NextAct({ page: { subject, records, all } }: { page: SubjectPage }) {
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const today = services.today();
  const rules = { ...useRules(), officer: officer.id };
  // A check before contact has a notice of its own above.
  const due = allDue(records, today, services.lists, rules).filter(
    ({ act }) => act !== 'acknowledge-check',
  );
  const holder = caseHolder(all('colleagueRequest'));
  const isWithColleague = holder !== undefined && holder !== officer.id;
  const isOver = closedBy(all('decision')) !== undefined || isWithColleague;
  if (due.length === 0 && isOver) return null;
  const more = due.length - SHOWN;
  return (
    <section class="cp-next" aria-labelledby="subject-next">
      <h2 id="subject-next" class="govuk-heading-s">
        {t('subject.next')}
      </h2>
      {due.length === 0 ? (
        <p class="govuk-body">
          {t('subject.next.nothing')}{' '}
          <Button
            kind="link"
            onPress={() => router.go({ name: 'close-case', subject: subject.id })}
          >
            {t('ending.close.go')}
          </Button>
        </p>
      ) : (
        <ul class="govuk-list">
          {due.slice(0, SHOWN).map((entry) => (
            <li key={entry.id}>
              <Button kind="link" onPress={() => router.go(routeOfAct(entry))}>
                {entry.what}
              </Button>{' '}
              <DueText due={entry} today={today} />
            </li>
          ))}
          {more > 0 && (
            <li>
              <Button kind="link" onPress={() => router.go({ name: 'diary' })}>
                {t('subject.next.more', { count: more })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
