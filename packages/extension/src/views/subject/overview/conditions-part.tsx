import { type CaseOverview, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { Part } from './part.js';

/** Conditions in force that are not met yet, with their last day and how far each has come. */
export function ConditionsPart({ overview: { conditions, subject } }: { overview: CaseOverview }) {
  const { router } = useApp();
  if (!conditions) return null;
  const { open, met, all } = conditions;
  return (
    <Part
      heading={t('overview.conditions')}
      more={{
        words: t('overview.conditions.met', { met, all }),
        onPress: () => router.go({ name: 'subject', subject: subject.id, section: 'conditions' }),
      }}
    >
      {open.length === 0 && <p class="cp-part__line">{t('overview.conditions.all-met')}</p>}
      {open.length > 0 && (
        <ul class="cp-part__list">
          {open.map(({ condition: { id, value }, state }) => (
            <li key={id} dir="auto">
              {t('overview.conditions.line', {
                words: value.words,
                date: writtenDate(value.dueOn),
              })}{' '}
              <strong>{t(`conditions.state.${state}`)}</strong>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
