import { type CodeLists, codeLabel, type PlainDate } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import type { DecidedOn } from '../../../app/route.js';
import { Checkboxes } from '../../../components/checkboxes.js';
import { asText, asTexts } from '../../../components/form-values.js';
import { Radios } from '../../../components/radios.js';
import type { AskedField } from '../../../components/record-form.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { outcomesOn } from '../../case/outcomes.js';
import { reasonChoices } from './reasons.js';

export interface OutcomeFieldProps {
  on: DecidedOn;
  /** The field of the form that this stands in for. */
  asked: AskedField;
  form: RecordFormState<'decision'>;
  lists: CodeLists;
  today: PlainDate;
  /** Content under the chosen decision, before and after its reasons. */
  before?: ComponentChildren;
  after?: ComponentChildren;
}

/** The decision, with its reasons under it: reasons of another decision are not offered. */
export function OutcomeField({ on, asked, form, lists, today, before, after }: OutcomeFieldProps) {
  const outcome = asText(asked.value);
  const reasons = reasonChoices(lists, outcome, today);
  return (
    <Radios
      id={asked.id}
      label={asked.label}
      legendSize="m"
      error={asked.error}
      choices={outcomesOn(on, (code) => codeLabel(lists, 'decision-outcome', code))}
      value={outcome}
      onValue={asked.onValue}
      under={{
        [outcome]: (
          <>
            {before}
            {reasons.length > 0 && (
              <Checkboxes
                id={form.controlId('reasonCodes')}
                label={t('decide.why')}
                hint={t('decide.why.hint')}
                error={form.errorAt('reasonCodes')}
                choices={reasons}
                value={asTexts(form.values.value.reasonCodes)}
                onValue={(codes) => form.set('reasonCodes', codes)}
              />
            )}
            {after}
          </>
        ),
      }}
    />
  );
}
