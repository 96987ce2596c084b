import {
  addDays,
  conditionsFor,
  fieldsOf,
  gatherConditions,
  type LibraryCondition,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Checkboxes } from '../../../components/checkboxes.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { GroupList } from '../../../components/group-list.js';
import { RecordField } from '../../../components/record-field.js';
import { t } from '../../../locales/late.js';
import { useRules } from '../../case/use-retention.js';

const ASKED = ['words', 'aim', 'shownBy', 'timing', 'dueOn'];
/** Fields asked for each condition. */
export const CONDITION_FIELDS = ASKED.flatMap(
  (name) => fieldsOf('condition').find((field) => field.name === name) ?? [],
);

export interface ConditionChoiceProps {
  /** A code of `order-kind`, which selects the library's conditions. */
  kind: string;
  rows: readonly FormValues[];
  onRows: (rows: readonly FormValues[]) => void;
  errorAt: (path: string) => string | undefined;
  controlId: (path: string) => string;
}

/** Conditions from the library to tick, each then adapted to the case; or written by hand. */
export function ConditionChoice(props: ConditionChoiceProps) {
  const { kind, rows, onRows, errorAt, controlId } = props;
  const { lists, today } = useApp().services;
  const on = today();
  const { given } = useRules();
  const library = useMemo(() => gatherConditions(given?.conditions ?? []), [given]);
  const offered = conditionsFor(library, kind, on);
  const chosen = rows.map(({ library: id }) => asText(id));

  const choose = (ids: readonly string[]): void => {
    const kept = rows.filter(({ library: id }) => asText(id) === '' || ids.includes(asText(id)));
    const added = offered.filter(({ id }) => ids.includes(id) && !chosen.includes(id));
    onRows([...kept, ...added.map((each) => rowOf(each, addDays(on, each.days)))]);
  };
  return (
    <>
      {offered.length > 0 && (
        <Checkboxes
          label={t('conditions.choices')}
          hint={[
            t('conditions.choices.hint', { status: t('conditions.status.proposed') }),
            ...(given?.conditions ? [t('conditions.choices.packs')] : []),
          ].join(' ')}
          choices={offered.map(({ id, title, words }) => ({
            value: id,
            label: title,
            hint: words,
          }))}
          value={chosen}
          onValue={choose}
        />
      )}
      <GroupList
        id={controlId('conditions')}
        label={t('conditions.one')}
        legend={t('conditions.chosen')}
        hint={t('conditions.own.hint')}
        error={errorAt('conditions')}
        rows={rows}
        onRows={onRows}
        row={(row, nth, change) =>
          CONDITION_FIELDS.map((field) => {
            const path = `conditions.${nth}.${field.name}`;
            return (
              <div class="cp-record-form__field" key={path}>
                <RecordField
                  field={field}
                  id={controlId(path)}
                  value={row[field.name]}
                  error={errorAt(path)}
                  onValue={(value) => change({ ...row, [field.name]: value })}
                  lists={lists}
                  on={on}
                />
              </div>
            );
          })
        }
      />
    </>
  );
}

function rowOf({ id, words, shownBy, aim, timing }: LibraryCondition, dueOn: string): FormValues {
  return { library: id, words, shownBy, aim, timing, dueOn };
}
