/** Words of a referral that may name an offence, one by one, each with a suggestion that only a press takes. */
import {
  codeLabel,
  gatherSignposts,
  type ReferralWords,
  type SectionSuggestion,
  type StoredRecord,
  signpostsFor,
  suggestSections,
  wordsToAsk,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { Extra, ExtraTask } from '../../act/act.js';
import { asksOffence } from './offence-asked.js';

const WHICH = 'which';
const CHOSEN_FOR_WORDS = ['section', 'withoutSection', 'status'] as const;

type Asked = ReturnType<typeof wordsToAsk>[number];

export function useReferralWords(task: ExtraTask<'offence'>): Extra {
  const { form, records, named, subject } = task;
  const { lists, today } = useApp().services;
  const asked = askedOf(named, records);
  const chosen = chosenOf(asked, form.values.value);
  if (!chosen) return { before: <p class="govuk-body">{t('offence.name.none')}</p> };
  const isAsked = asksOffence(form.values.value, { subject, named, today: today() });
  // Nothing is suggested of a child who was under ten: there is no offence.
  const suggestions = isAsked ? suggestSections(chosen.words, lists) : [];
  return {
    before: (
      <>
        {asked.length > 1 && (
          <Radios
            label={t('offence.name.which')}
            choices={asked.map((each) => ({ value: keyOf(each), label: each.words }))}
            value={keyOf(chosen)}
            onValue={(value) => {
              form.set(WHICH, value);
              // Clears answers that were given about other words: they are not said of these.
              for (const name of CHOSEN_FOR_WORDS) form.set(name, '');
            }}
          />
        )}
        <InsetText>
          <p class="govuk-body" dir="auto">
            “{chosen.words}”
          </p>
          {isAsked && suggestions.length === 0 && (
            <p class="govuk-body">{t('offence.name.no-suggestion')}</p>
          )}
          {suggestions.map((each) => (
            <Suggestion
              key={each.section ?? each.outside ?? each.because}
              suggestion={each}
              words={
                each.section === undefined
                  ? t('offence.name.outside', { because: each.because })
                  : t('offence.name.suggested', {
                      section: codeLabel(lists, 'cma-section', each.section, today()),
                      because: each.because,
                    })
              }
              onTake={() => {
                form.set('section', each.section ?? '');
                form.set('withoutSection', each.section === undefined ? 'outside-act' : '');
              }}
            />
          ))}
        </InsetText>
      </>
    ),
  };
}

interface SuggestionProps {
  suggestion: SectionSuggestion;
  words: string;
  onTake: () => void;
}

function Suggestion({ suggestion, words, onTake }: SuggestionProps) {
  const { today } = useApp().services;
  const { outside, section } = suggestion;
  const signposts = outside ? signpostsFor([outside], gatherSignposts(), today()) : [];
  return (
    <>
      <p class="govuk-body">{words}</p>
      {signposts.map((each) => (
        <p class="govuk-body" key={each.to}>
          {t('offence.name.signpost', { to: each.to, words: each.words })}
        </p>
      ))}
      <Button kind="secondary" onPress={onTake} about={section ?? suggestion.because}>
        {t(section === undefined ? 'offence.name.take.outside' : 'offence.name.take')}
      </Button>
    </>
  );
}

/** The words that the form is about. Without any left, the act says that they are gone. */
export function wordsChosen(
  parent: StoredRecord | undefined,
  records: readonly StoredRecord[],
  typed: FormValues,
): ReferralWords {
  const chosen = chosenOf(askedOf(parent, records), typed);
  if (chosen) return chosen;
  return { referral: parent as StoredRecord<'referral'>, field: 'suspectedOffences', place: -1 };
}

function askedOf(
  referral: StoredRecord | undefined,
  records: readonly StoredRecord[],
): readonly Asked[] {
  if (!isReferral(referral)) return [];
  return wordsToAsk(
    referral,
    records.filter((record): record is StoredRecord<'offence'> => record.kind === 'offence'),
  );
}

function chosenOf(asked: readonly Asked[], typed: FormValues): Asked | undefined {
  return asked.find((each) => keyOf(each) === asText(typed[WHICH])) ?? asked[0];
}

const keyOf = ({ field, place }: Asked): string => `${field} ${place}`;

function isReferral(record: StoredRecord | undefined): record is StoredRecord<'referral'> {
  return record?.kind === 'referral';
}
