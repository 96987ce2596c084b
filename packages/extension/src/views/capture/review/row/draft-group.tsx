import type { DraftRow as Row } from '@cyber-prevent/core';
import { useKeyHints } from '../../../../app/keys/use-keys.js';
import { Button } from '../../../../components/button.js';
import { Details } from '../../../../components/details.js';
import { t } from '../../../../locales/translate.js';
import type { DraftState } from '../use-draft.js';
import { DraftRow } from './draft-row.js';
import type { GroupName, RowGroup } from './row-group.js';
import { PAGE } from './row-room.js';

export interface DraftGroupProps {
  group: RowGroup;
  /** Rows on screen now. */
  shown: number;
  /** Rows to be on screen in the end, if there are that many. */
  wanted: number;
  state: DraftState;
  onPoint: (row: Row | undefined) => Promise<boolean>;
  onMore: (name: GroupName) => void;
  /** Number of its rows that may be taken together. */
  takeable: number;
  onTakeAll: () => void;
}

export function DraftGroup(props: DraftGroupProps) {
  const { group, shown, wanted, state, onPoint, onMore, takeable, onTakeAll } = props;
  const rest = group.rows.length - wanted;
  const title = t(`review.group.${group.name}`);
  const hintOf = useKeyHints();
  const list = (
    <>
      <ul class="cp-draft-group__rows">
        {group.rows.slice(0, shown).map((row) => (
          <DraftRow key={row.id} row={row} state={state} onPoint={onPoint} />
        ))}
      </ul>
      {rest > 0 && (
        <Button kind="secondary" onPress={() => onMore(group.name)}>
          {t('review.group.more', { count: Math.min(rest, PAGE) })}
        </Button>
      )}
      {takeable > 0 && (
        <p class="cp-draft-group__all">
          <Button kind="link" keyHint={hintOf('take-group')} about={title} onPress={onTakeAll}>
            {t('review.group.take-all')}
          </Button>
        </p>
      )}
    </>
  );
  return (
    <section class="cp-draft-group" aria-label={title}>
      <h2 class="govuk-heading-s cp-draft-group__title">
        {title}
        <span class="cp-draft-group__count">
          {t('review.group.count', { count: group.rows.length })}
        </span>
      </h2>
      {group.name === 'other' ? (
        <Details summary={t('review.group.other.hint')} late onFirstOpen={() => onMore(group.name)}>
          {list}
        </Details>
      ) : (
        list
      )}
    </section>
  );
}
