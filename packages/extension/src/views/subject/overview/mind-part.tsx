import {
  type CaseOverview,
  civilDay,
  codeLabel,
  fieldsOf,
  type KeepInMind,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { Part } from './part.js';

interface MindPartProps {
  overview: CaseOverview;
  page: SubjectPage;
}

/** Points to keep in mind before and during a contact, from the contact plan. */
export function MindPart({ overview: { keepInMind, subject }, page }: MindPartProps) {
  const { services, router } = useApp();
  const [plan] = page.all('contactPlan');
  const on = plan && civilDay(plan.createdAt);
  const write = () =>
    router.go({
      name: 'act',
      act: 'write-contact-plan',
      subject: subject.id,
      ...(plan ? { record: plan.id } : {}),
    });
  if (keepInMind.length === 0)
    return (
      <Part heading={t('overview.mind')}>
        <p class="cp-part__line">
          {t('overview.mind.none')}{' '}
          <Button kind="link" onPress={write}>
            {t('overview.mind.ask')}
          </Button>
        </p>
      </Part>
    );
  const wordsOf = ({ field, words }: KeepInMind): string =>
    field === 'bestWays'
      ? words.map((code) => codeLabel(services.lists, 'intervention-mode', code, on)).join(', ')
      : words.join(' ');
  return (
    <Part
      heading={t('overview.mind')}
      more={{
        words: t('person.plan'),
        onPress: () => router.go({ name: 'subject', subject: subject.id, section: 'plan' }),
      }}
    >
      <ul class="cp-part__list">
        {keepInMind.map((each) => (
          <li key={each.field} dir="auto">
            <span class="cp-quiet">{labelOf(each)}:</span> {wordsOf(each)}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function labelOf({ field, record }: KeepInMind): string {
  return fieldsOf(record.kind).find(({ name }) => name === field)?.label ?? field;
}
