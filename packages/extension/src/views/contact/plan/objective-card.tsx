import {
  civilDay,
  codeLabel,
  type StoredRecord,
  sessionWhen,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { RecordDetails } from '../../../components/record-details.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';

interface ObjectiveCardProps {
  objective: StoredRecord<'objective'>;
  page: SubjectPage;
  /** True in a plan that has ended: it can no longer be changed. */
  isPast: boolean;
}

const COLOUR: Readonly<Record<string, 'green' | 'yellow' | 'grey'>> = {
  achieved: 'green',
  partly: 'yellow',
};

/** One objective: its need, its measure, its result and the sessions that work towards it. */
export function ObjectiveCard({ objective, page, isPast }: ObjectiveCardProps) {
  const { services, router } = useApp();
  const { lists } = services;
  const { id, value } = objective;
  const subject = page.subject.id;
  const sessions = page.all('session').filter((each) => each.value.objectiveId === id);
  const isOpen = value.result === undefined;
  const isLate = isOpen && !isPast && value.targetOn < services.today();
  return (
    <div class="cp-record">
      <h3 class="govuk-heading-s cp-objective__title">
        {value.objective}{' '}
        {value.result !== undefined ? (
          <Tag colour={COLOUR[value.result]}>
            {codeLabel(lists, 'objective-result', value.result, value.closedOn)}
          </Tag>
        ) : (
          <Tag colour={isLate ? 'red' : 'blue'}>
            {t(isLate ? 'plan.objective.late' : 'plan.objective.open')}
          </Tag>
        )}
      </h3>
      <RecordDetails
        kind="objective"
        value={value}
        lists={lists}
        on={civilDay(objective.createdAt)}
        only={[
          'need',
          'intervention',
          'ownedBy',
          'targetOn',
          'measure',
          ...(isOpen ? [] : ['closedOn', 'closedBecause']),
        ]}
      />
      {sessions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {sessions.map((session) => (
            <li key={session.id}>
              {session.value.attendance === undefined &&
              session.value.arrangedFor >= services.today()
                ? t('plan.session.planned', { date: sessionWhen(session.value) })
                : t('plan.session.short', {
                    date: writtenDate(session.value.arrangedFor),
                    came:
                      session.value.attendance === undefined
                        ? t('plan.session.to-come')
                        : codeLabel(
                            lists,
                            'attendance',
                            session.value.attendance,
                            session.value.arrangedFor,
                          ),
                  })}
            </li>
          ))}
        </ul>
      )}
      {!isPast && (
        <p class="govuk-body cp-detail__acts">
          <Button
            kind="link"
            about={value.objective}
            onPress={() => router.go({ name: 'plan', subject, form: 'close', objective: id })}
          >
            {t(isOpen ? 'plan.objective.close' : 'plan.objective.close-again')}
          </Button>{' '}
          {isOpen && (
            <Button
              kind="link"
              about={value.objective}
              onPress={() => router.go({ name: 'session', subject, objective: id })}
            >
              {t('plan.session.arrange')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
