import type { AskedFact, GivenFact } from '@cyber-prevent/core';
import { Select } from '../../../components/select.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';

/** Value of a fact known to be none of those that the instrument names. */
const NONE = 'none-of-these';

export interface FactFieldsProps {
  asked: readonly AskedFact[];
  given: readonly GivenFact[];
  onGiven: (given: readonly GivenFact[]) => void;
  idOf: (fact: string) => string;
  errorAt: (fact: string) => string | undefined;
}

/** Facts that decide if the instrument applies to the person. Empty: not known. */
export function FactFields({ asked, given, onGiven, idOf, errorAt }: FactFieldsProps) {
  if (asked.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('assessment.facts')}</h2>
      <p class="govuk-body">{t('assessment.facts.hint')}</p>
      {asked.map(({ fact, prompt, oneOf, reasons }) => {
        const common = {
          id: idOf(fact),
          label: prompt,
          hint: reasons.map(({ text }) => text).join(' '),
          error: errorAt(fact),
          value: given.find((each) => each.fact === fact)?.value ?? '',
          onValue: (value: string) =>
            onGiven([...given.filter((each) => each.fact !== fact), { fact, value }]),
        };
        return oneOf ? (
          <Select
            key={fact}
            {...common}
            none={t('assessment.facts.unknown')}
            choices={[
              ...oneOf.map((value) => ({ value, label: value })),
              { value: NONE, label: t('assessment.facts.none') },
            ]}
          />
        ) : (
          <TextInput key={fact} {...common} numeric width={5} />
        );
      })}
    </>
  );
}

/** The chosen fact in words. */
export function factWords(value: string): string {
  return value === NONE ? t('assessment.facts.none') : value;
}

export function asFacts(value: unknown): readonly GivenFact[] {
  return Array.isArray(value) ? (value as readonly GivenFact[]) : [];
}
