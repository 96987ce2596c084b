import { type CodeLists, codeLabel, codesInForce, type PlainDate } from '@cyber-prevent/core';
import { choicesOf } from '../../../components/choice.js';
import { Fieldset } from '../../../components/fieldset.js';
import { asGroup } from '../../../components/form-values.js';
import { Radios } from '../../../components/radios.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';

export interface SuitabilityFieldsProps {
  id: string;
  lists: CodeLists;
  on: PlainDate;
  /** Answers by question; an unanswered question is absent. */
  value: unknown;
  onValue: (value: Readonly<Record<string, unknown>>) => void;
}

/** The checklist with every question in sight; all answers are optional. */
export function SuitabilityFields({ id, lists, on, value, onValue }: SuitabilityFieldsProps) {
  const answers = asGroup(value);
  return (
    <Fieldset
      id={id}
      legend={t('take.suitability')}
      hint={t('take.suitability.hint')}
      size="m"
      role="group"
    >
      {codesInForce(lists, 'suitability-question', on).map(({ code, label, hint }) => (
        <Radios
          key={code}
          id={`${id}-${code}`}
          label={label}
          hint={hint}
          inline
          choices={choicesOf(lists, 'suitability-answer', on)}
          value={typeof answers[code] === 'string' ? answers[code] : ''}
          onValue={(answer) => onValue({ ...answers, [code]: answer })}
        />
      ))}
    </Fieldset>
  );
}

/** Answers as the record stores them; undefined if there are none. */
export function suitabilityOf(value: unknown): { question: string; answer: string }[] | undefined {
  const answers = Object.entries(asGroup(value)).flatMap(([question, answer]) =>
    typeof answer === 'string' && answer !== '' ? [{ question, answer }] : [],
  );
  return answers.length > 0 ? answers : undefined;
}

/** Every question with its answer; an unanswered one says so. */
export function SuitabilityAnswers({
  lists,
  on,
  answers,
}: Pick<SuitabilityFieldsProps, 'lists' | 'on'> & {
  answers: readonly { readonly question: string; readonly answer: string }[];
}) {
  return (
    <SummaryList
      rows={codesInForce(lists, 'suitability-question', on).map(({ code, label }) => {
        const said = answers.find(({ question }) => question === code);
        return {
          label,
          value: said
            ? codeLabel(lists, 'suitability-answer', said.answer)
            : t('common.not-recorded'),
        };
      })}
    />
  );
}
