import {
  atCondition,
  atWords,
  type ConditionAnswer,
  type ConditionNeed,
  codeLabel,
  conditionAnswer,
  conditionNeeds,
  conditionPrefix,
  type Draft,
  fieldOf,
  type Gates,
  type Issue,
  mayTakeSpecial,
  regimeOfGates,
  type StoredRecord,
  wordsAsked,
  writtenDate,
} from '@cyber-prevent/core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import { Fieldset } from '../../../components/fieldset.js';
import { Select } from '../../../components/select.js';
import { Textarea } from '../../../components/textarea.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { PolicyReference } from '../../act/policy/policy-reference.js';
import { conditionControl, WHY_MISSING } from './answer-control.js';
import type { DraftAnswers } from './draft-answers.js';
import { ListStatus } from './list-status.js';
import { officerOf } from './review-context.js';
import { WordsQuestion } from './words-question.js';

export interface ConditionsPanelProps {
  /** For a note, the part of the draft that it is saved from. */
  draft: Draft;
  gates: Gates;
  /** Person that it is added to, if the officer has named one. */
  subject?: StoredRecord<'subject'> | undefined;
  answers: DraftAnswers;
  problems: readonly Issue[];
  /** Called with the place of a problem that the officer has just answered. */
  onAnswered: (at: string) => void;
}

/**
 * Asks about words of a taken text that may be sensitive, and about each sensitive kind of value taken: the law, the
 * condition and why it is strictly necessary. If the policy document required by law is not entered yet, that is asked
 * for first.
 */
export function ConditionsPanel({
  draft,
  gates,
  subject,
  answers,
  problems,
  onAnswered,
}: ConditionsPanelProps) {
  const { officer, kind } = useOpenVault();
  const mayTake = mayTakeSpecial(officerOf(officer, kind));
  const needs = conditionNeeds(draft, gates, subject?.value);
  const refused = mayTake ? [] : needs.filter(({ sensitivity }) => sensitivity === 'special');
  const box = useRef<HTMLDivElement>(null);
  const wasMissed = useRef(false);
  useLayoutEffect(() => {
    // The missing reference is entered and its box is gone, so focus moves to the next question.
    if (wasMissed.current && mayTake) box.current?.querySelector('select')?.focus();
    wasMissed.current = refused.length > 0;
  });
  return (
    <div ref={box}>
      {wordsAsked(draft).map((asked) => (
        <WordsQuestion
          key={asked.what}
          asked={asked}
          onAnswer={(answer) => {
            answers.words(answer);
            onAnswered(atWords(asked));
          }}
          error={problems.find(({ at }) => at === atWords(asked))?.message}
        />
      ))}
      {refused.length > 0 && <PolicyMissing needs={refused} />}
      {needs
        .filter((need) => !refused.includes(need))
        .map((need) => (
          <Need
            key={atCondition(need)}
            need={need}
            gates={gates}
            isNamed={subject !== undefined}
            answer={conditionAnswer(draft, need)}
            onAnswer={(answer) => answers.condition(need, answer)}
            problems={problems.filter(({ at }) => at === atCondition(need))}
          />
        ))}
    </div>
  );
}

function PolicyMissing({ needs }: { needs: readonly ConditionNeed[] }) {
  const labels = needs.map(({ what }) => fieldOf(what).label).join(', ');
  return (
    <div class="cp-condition">
      <Fieldset id="policy-missing" legend={t('settings.policy')} size="s" role="group">
        <WarningText>{t('answers.condition.no-policy', { labels })}</WarningText>
        <PolicyReference />
      </Fieldset>
    </div>
  );
}

interface NeedProps {
  need: ConditionNeed;
  gates: Gates;
  /** True if the officer has named the person that it is added to. */
  isNamed: boolean;
  answer: ConditionAnswer | undefined;
  onAnswer: (answer: ConditionAnswer | undefined) => void;
  problems: readonly Issue[];
}

function Need({ need, gates, isNamed, answer, onAnswer, problems }: NeedProps) {
  const { lists, host } = useApp().services;
  const { what, sensitivity, remembered } = need;
  const today = host.clock.today();
  const id = conditionControl(atCondition(need));
  const legend = t('answers.condition', { label: fieldOf(what).label });
  // Starts with the law of the lawful basis; the officer sees it and may choose another.
  const empty: ConditionAnswer = {
    what,
    sensitivity,
    regime: sensitivity === 'criminal' ? 'uk-gdpr' : regimeOfGates(gates),
    condition: '',
    whyNecessary: '',
  };
  const said = answer ?? empty;
  const set = (part: Partial<ConditionAnswer>): void => onAnswer({ ...said, ...part });
  const wrong = problems.find(({ code }) => code !== WHY_MISSING);
  const wrongWhy = problems.find(({ code }) => code === WHY_MISSING);
  const prefix = conditionPrefix(sensitivity, said.regime);
  const body =
    remembered && !answer ? (
      <>
        <p class="govuk-body-s">
          {t('answers.condition.remembered', {
            date: writtenDate(remembered.decidedOn),
            condition: codeLabel(lists, 'processing-condition', remembered.condition),
            why: remembered.whyNecessary,
          })}
        </p>
        <Button kind="link" about={legend} onPress={() => onAnswer(empty)}>
          {t('answers.condition.again')}
        </Button>
      </>
    ) : (
      <>
        <p class="govuk-hint">
          {remembered || isNamed
            ? t('answers.condition.hint')
            : `${t('answers.condition.hint')} ${t('answers.condition.held')}`}
        </p>
        {sensitivity === 'special' && (
          <Select
            label={t('answers.condition.regime')}
            choices={choicesOf(lists, 'purpose-regime', today)}
            value={said.regime}
            onValue={(regime) => set({ regime, condition: '' })}
          />
        )}
        <Select
          id={id}
          label={t('answers.condition.condition')}
          choices={choicesOf(lists, 'processing-condition', today).filter(({ value }) =>
            value.startsWith(prefix),
          )}
          error={wrong?.message}
          value={said.condition}
          onValue={(condition) => set({ condition })}
        />
        <Textarea
          id={conditionControl(atCondition(need), WHY_MISSING)}
          label={t('answers.condition.why')}
          rows={2}
          error={wrongWhy?.message}
          value={said.whyNecessary}
          onValue={(whyNecessary) => set({ whyNecessary })}
        />
        {remembered && (
          <Button kind="link" about={legend} onPress={() => onAnswer(undefined)}>
            {t('answers.condition.keep')}
          </Button>
        )}
        <ListStatus lists={lists} ids={['processing-condition']} />
      </>
    );
  return (
    <div class="cp-condition" data-condition={`${sensitivity} ${what}`}>
      <Fieldset id={`${id}-all`} legend={legend} size="s" role="group">
        <p class="govuk-body-s">{t(`answers.condition.${sensitivity}`)}</p>
        {body}
      </Fieldset>
    </div>
  );
}
