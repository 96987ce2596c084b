import type { FillPlan, FillRow, FillState } from '@cyber-prevent/core/fill';
import { useRef } from 'preact/hooks';
import { useKeys } from '../../../app/keys/use-keys.js';
import { Details } from '../../../components/details.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { choiceOf, type FillWork } from './fill-work.js';
import { PlanRow } from './plan-row.js';
import { type Outcomes, outcomeOf } from './row-outcome.js';

export interface PlanListProps {
  plan: FillPlan;
  work: FillWork;
  outcomes: Outcomes;
  isOpen: boolean;
  onChoice: (row: FillRow, choice: FillRow['start']) => void;
  onPoint: (row: FillRow | undefined) => Promise<boolean>;
}

const GROUPS = ['can', 'same', 'cannot', 'stopped'] as const satisfies readonly (
  | FillState
  | 'stopped'
)[];

/** Values that their conditions keep out have a group of their own, which says once what is asked of the originator. */
function groupOf({ state, value }: FillRow): (typeof GROUPS)[number] {
  return value.stopped === undefined ? state : 'stopped';
}

/** Every value: typed next, already there, or impossible to type and why. */
export function PlanList(props: PlanListProps) {
  const { plan, work, outcomes, isOpen, onChoice, onPoint } = props;
  const list = useRef<HTMLDivElement>(null);
  const decide = (choice: FillRow['start']) => () => {
    const id = rowInFocus(list.current)?.dataset.row;
    const row = plan.rows.find((each) => each.id === id);
    if (row?.state === 'can' && isOpen) onChoice(row, choice);
  };
  const step = (by: 1 | -1) => () => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys(list, {
    type: decide('type'),
    skip: decide('leave'),
    next: step(1),
    previous: step(-1),
  });
  return (
    <div ref={list}>
      <Form label={t('fill.keys')}>
        {GROUPS.map((group) => {
          const rows = plan.rows.filter((row) => groupOf(row) === group);
          if (rows.length === 0) return null;
          const items = (
            <ul class="cp-fill-rows">
              {rows.map((row) => (
                <PlanRow
                  key={row.id}
                  row={row}
                  choice={choiceOf(row, work)}
                  outcome={outcomeOf(row, outcomes)}
                  isOpen={isOpen}
                  onChoice={(choice) => onChoice(row, choice)}
                  onPoint={onPoint}
                />
              ))}
            </ul>
          );
          return (
            <section key={group} aria-label={t(`fill.group.${group}`)}>
              <h2 class="govuk-heading-s cp-draft-group__title">
                {t(`fill.group.${group}`)}
                <span class="cp-draft-group__count">
                  {t('fill.group.count', { count: rows.length })}
                </span>
              </h2>
              {[...new Set(rows.flatMap(({ value }) => value.stopped ?? []))].map((why) => (
                <p key={why} class="govuk-body-s" dir="auto">
                  {why}
                </p>
              ))}
              {items}
            </section>
          );
        })}
      </Form>
      {plan.unanswered.length > 0 && (
        <Details summary={t('fill.group.unanswered')}>
          <p class="govuk-body-s">{t('fill.group.unanswered.hint')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {plan.unanswered.map(({ label, target }) => (
              <li key={`${target.frame} ${target.selector}`}>{label}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

function rowInFocus(list: Element | null): HTMLElement | null | undefined {
  return list?.contains(document.activeElement)
    ? document.activeElement?.closest<HTMLElement>('[data-row]')
    : undefined;
}
