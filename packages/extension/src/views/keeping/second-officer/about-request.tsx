import { type StoredRecord, stillOpen, workingCalendar } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';
import type { Request } from '../../case/colleague/request-words.js';
import { DecisionList } from '../../case/decision-list.js';
import { useRules } from '../../case/use-retention.js';
import { LevelToConfirm } from './level-to-confirm.js';

const calendar = workingCalendar();

export interface AboutRequestProps {
  request: Request;
  /** Records of the case, as far as they are stored here. */
  records: readonly StoredRecord[];
}

/** Reading for the colleague before they answer: the decision, the proposed level, or the open work on the case. */
export function AboutRequest({ request: { value }, records }: AboutRequestProps) {
  const { services } = useApp();
  const rules = useRules();
  const { about } = value;
  const assessment = ofKind(records, 'assessment').find(({ id }) => id === about);
  const decision = ofKind(records, 'decision').find(({ id }) => id === about);
  if (assessment) return <LevelToConfirm value={assessment.value} />;
  if (decision) return <DecisionList decisions={[decision]} />;
  if (about !== undefined) return <InsetText>{t('second.about.not-held')}</InsetText>;
  const open = stillOpen(records, {
    today: services.today(),
    calendar,
    lists: services.lists,
    ...rules,
  });
  if (open.length === 0) return <p class="govuk-body">{t('second.about.nothing')}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {open.map(({ id, why }) => (
        <li key={id}>{why}</li>
      ))}
    </ul>
  );
}
