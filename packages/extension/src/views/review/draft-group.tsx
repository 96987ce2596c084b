import type { DraftRow as Row } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { t } from '../../locales/translate.js';
import { DraftRow } from './draft-row.js';
import type { RowGroup } from './row-group.js';
import type { DraftState } from './use-draft.js';

/** Rows of one group that are painted at once: a page of ten thousand labels must not hold up the first forty. */
const PAGE = 40;

export interface DraftGroupProps {
  group: RowGroup;
  state: DraftState;
  onPoint: (row: Row | undefined) => void;
}

export function DraftGroup({ group, state, onPoint }: DraftGroupProps) {
  const shown = useSignal(PAGE);
  const rest = group.rows.length - shown.value;
  const list = (
    <>
      <ul class="cp-draft-group__rows">
        {group.rows.slice(0, shown.value).map((row) => (
          <DraftRow key={row.id} row={row} state={state} onPoint={onPoint} />
        ))}
      </ul>
      {rest > 0 && (
        <Button
          kind="secondary"
          onPress={() => {
            shown.value += PAGE;
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
        <Details summary={t('review.group.other.hint')}>{list}</Details>
      ) : (
        list
      )}
    </section>
  );
}
