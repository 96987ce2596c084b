import type { DraftRow as Row } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { t } from '../../locales/translate.js';
import { DraftRow } from './draft-row.js';
import type { RowGroup } from './row-group.js';
import type { DraftState } from './use-draft.js';

/** Rows of one group on screen, and how many more a press of its button brings. */
const PAGE = 40;

/** Rows painted at once: the panel holds about eight, and these must not wait for the hundred below them. */
export const STEP = 10;

export interface DraftGroupProps {
  group: RowGroup;
  /** Rows that there is room for in the first frame. */
  first: number;
  state: DraftState;
  onPoint: (row: Row | undefined) => Promise<boolean>;
}

export function DraftGroup({ group, first, state, onPoint }: DraftGroupProps) {
  const wanted = useSignal(PAGE);
  const painted = useSignal(first);
  // After each frame, so that none of them is long.
  useEffect(() => {
    if (painted.value < Math.min(wanted.value, group.rows.length)) painted.value += STEP;
  });
  const rest = group.rows.length - wanted.value;
  const list = (
    <>
      <ul class="cp-draft-group__rows">
        {group.rows.slice(0, painted.value).map((row) => (
          <DraftRow key={row.id} row={row} state={state} onPoint={onPoint} />
        ))}
      </ul>
      {rest > 0 && (
        <Button
          kind="secondary"
          onPress={() => {
            wanted.value += PAGE;
          }}
        >
          {t('review.group.more', { count: Math.min(rest, PAGE) })}
        </Button>
      )}
    </>
  );
  const title = t(`review.group.${group.name}`);
  return (
    <section class="cp-draft-group" aria-label={title}>
      <h2 class="govuk-heading-s cp-draft-group__title">
        {title}
        <span class="cp-draft-group__count">
          {t('review.group.count', { count: group.rows.length })}
        </span>
      </h2>
      {group.name === 'other' ? (
        <Details summary={t('review.group.other.hint')} late>
          {list}
        </Details>
      ) : (
        list
      )}
    </section>
  );
}
