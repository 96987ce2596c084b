import { answersTo, type Item } from '@cyber-prevent/core';
import { Checkboxes } from '../../../components/checkboxes.js';
import type { Choice } from '../../../components/choice.js';
import { Details } from '../../../components/details.js';
import { Radios } from '../../../components/radios.js';
import { Textarea } from '../../../components/textarea.js';
import { t } from '../../../locales/late.js';
import { evidenceKey, evidenceLink } from './evidence-choices.js';
import type { GivenAnswer } from './given-answers.js';

export interface ItemFieldProps {
  item: Item;
  id: string;
  error?: string | undefined;
  given: GivenAnswer | undefined;
  /** The last answer, in words. */
  last?: string | undefined;
  /** Possible evidence; absent if only the answer is asked for. */
  evidence?: readonly Choice[];
  onGiven: (given: GivenAnswer) => void;
}

/** One item: its answers, its source, a comment and the evidence. */
export function ItemField(props: ItemFieldProps) {
  const { item, id, error, given, last, evidence, onGiven } = props;
  const now: GivenAnswer = given ?? { item: item.id, answer: '' };
  const choices = answersTo(item).map(({ answer, label }) => ({ value: answer, label }));
  const isUsed = Boolean(now.comment) || (now.evidence?.length ?? 0) > 0;
  return (
    <div class="cp-assess__item">
      <Radios
        id={id}
        label={item.prompt}
        legendSize="s"
        hint={item.hint}
        error={error}
        inline={item.answers === undefined && item.points === undefined}
        choices={choices}
        value={now.answer}
        onValue={(answer) => onGiven({ ...now, answer })}
      />
      <p class="govuk-body-s cp-assess__source">
        {t(`assessment.bears.${item.bears}`)}{' '}
        {t(item.status ? `assessment.item.${item.status}` : 'assessment.item.source', {
          source: item.source,
        })}
        {last !== undefined && <> {t('assessment.last', { answer: last })}</>}
      </p>
      {evidence && (
        <Details
          summary={t('assessment.rests')}
          about={item.prompt}
          open={isUsed || undefined}
          late
        >
          <Textarea
            label={t('assessment.comment')}
            hint={t('assessment.comment.hint')}
            rows={2}
            value={now.comment ?? ''}
            onValue={(comment) => onGiven({ ...now, comment })}
          />
          {evidence.length === 0 ? (
            <p class="govuk-body">{t('assessment.evidence.none')}</p>
          ) : (
            <Checkboxes
              label={t('assessment.evidence')}
              choices={evidence}
              value={(now.evidence ?? []).map(evidenceKey)}
              onValue={(keys) => onGiven({ ...now, evidence: keys.map(evidenceLink) })}
            />
          )}
        </Details>
      )}
    </div>
  );
}
