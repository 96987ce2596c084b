import { FILL_FIELDS } from '@cyber-prevent/core';
import type { FillRow } from '@cyber-prevent/core/fill';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Checkbox } from '../../../components/checkboxes.js';
import { t } from '../../../locales/late.js';
import type { RowOutcome } from './row-outcome.js';

export interface PlanRowProps {
  row: FillRow;
  choice: FillRow['start'];
  outcome: RowOutcome | undefined;
  /** True while the officer may still decide: not during typing, nor after it. */
  isOpen: boolean;
  onChoice: (choice: FillRow['start']) => void;
  /** Called when focus or pointer is on the row: shows its box on the page. False if the box is gone. */
  onPoint: (row: FillRow | undefined) => Promise<boolean>;
}

/** One value: its box, its text there, the text it replaces, or the reason it is not typed. */
export function PlanRow({ row, choice, outcome, isOpen, onChoice, onPoint }: PlanRowProps) {
  const id = useId();
  const isGone = useSignal(false);
  const { value, state, box, text, replaces, why } = row;
  const { label } = FILL_FIELDS[value.path];
  const owner = box?.owner.at(-1);
  const point = (to: FillRow | undefined) => async (): Promise<void> => {
    const isThere = await onPoint(to);
    isGone.value = to?.box !== undefined && !isThere;
  };
  const kind = outcome ? (outcome.isDone ? 'done' : 'not') : choice;
  return (
    <li
      class={`cp-fill-row cp-fill-row--${kind}`}
      data-row={row.id}
      tabIndex={-1}
      aria-labelledby={`${id}-label ${id}-text`}
      onFocusIn={point(row)}
      onFocusOut={point(undefined)}
      onMouseEnter={point(row)}
      onMouseLeave={point(undefined)}
    >
      <div id={`${id}-label`} class="cp-fill-row__label">
        {label}
      </div>
      <div id={`${id}-text`} class="cp-fill-row__text" dir="auto">
        {text}
      </div>
      {box && <BoxWords label={box.label} owner={owner} />}
      {replaces !== undefined && (
        <div class="cp-fill-row__replaces">{t('fill.row.replaces', { text: replaces })}</div>
      )}
      {value.stopped === undefined &&
        value.conditions?.map((line) => (
          <p key={line} class="cp-fill-row__why" dir="auto">
            {t('handling.apply')}: {line}
          </p>
        ))}
      {why && !outcome && value.stopped === undefined && (
        <p class="cp-fill-row__why">{why.message}</p>
      )}
      {isGone.value && (
        <p role="status" class="cp-fill-row__why">
          {t('fill.row.gone')}
        </p>
      )}
      {outcome ? (
        <p class="cp-fill-row__outcome">{outcome.words}</p>
      ) : (
        state === 'can' &&
        isOpen && (
          <Checkbox
            label={t('fill.row.tick', { label })}
            checked={choice === 'type'}
            onChecked={(checked) => onChoice(checked ? 'type' : 'leave')}
          />
        )
      )}
    </li>
  );
}

/** Names the box it goes into, in the page's own words. */
function BoxWords({ label, owner }: { label: string; owner: string | undefined }) {
  if (label === '' && owner === undefined) return null;
  return (
    <div class="cp-fill-row__box">
      {owner === undefined || owner === label
        ? t('fill.row.into', { box: label })
        : label === ''
          ? t('fill.row.under-owner', { owner })
          : t('fill.row.into-owner', { box: label, owner })}
    </div>
  );
}
