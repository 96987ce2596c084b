import {
  type DateOrder,
  type Draft,
  FIELD_PATHS,
  fieldOf,
  type DraftRow as Row,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { lateView } from '../../../../app/late-view.js';
import { Button } from '../../../../components/button.js';
import { Form } from '../../../../components/form.js';
import { Select } from '../../../../components/select.js';
import { Tag } from '../../../../components/tag.js';
import { t } from '../../../../locales/translate.js';
import { loadReviewParts } from '../load-parts.js';
import type { DraftState } from '../use-draft.js';
import { DateAnswer, DateQuestion } from './date-question.js';
import { DecisionButtons } from './decision-buttons.js';
import type { PlatformLineProps } from './platform-line.js';
import { RowCorrection } from './row-correction.js';
import type { RowWhyProps } from './row-why.js';
import { shownValue } from './shown-value.js';

const RowWhy = lateView<RowWhyProps>(async () => (await import('./row-why.js')).RowWhy, null);

const PlatformLine = lateView<PlatformLineProps>(
  async () => (await import('./platform-line.js')).PlatformLine,
  null,
);

export interface DraftRowProps {
  row: Row;
  state: DraftState;
  /** Called when focus or pointer is on the row: shows its place on the page. False if it is no longer there. */
  onPoint: (row: Row | undefined) => Promise<boolean>;
}

/** Characters of a value before the rest is folded away. */
const LONG = 280;

/** One value next to its source: take it, take it corrected, leave it, or mask it. */
export function DraftRow({ row, state, onPoint }: DraftRowProps) {
  const id = useId();
  const isCorrecting = useSignal(false);
  // One press saves it with the narrative, so that is read in full from the start.
  const isWhole = useSignal(row.path === 'referral.narrative');
  const isGone = useSignal(false);
  const isWhy = useSignal(false);
  const item = useRef<HTMLLIElement>(null);
  const { kind } = row.decision;
  const label = row.path ? fieldOf(row.path).label : row.label;
  const value = shownValue(row);
  const isLong = value.length > LONG;
  // Also for a row that is left: an unreadable value starts so, and the officer has to know why.
  const problems = kind === 'mask' ? [] : row.issues;

  const point = (to: Row | undefined) => async (): Promise<void> => {
    const isThere = await onPoint(to);
    isGone.value = to !== undefined && !isThere;
  };
  const decide = (to: 'take' | 'leave' | 'mask'): void => {
    isCorrecting.value = false;
    state.decide(row.id, { kind: to });
  };
  const correct = (): void => {
    isCorrecting.value = true;
  };
  const answerDate = (order: DateOrder): void => {
    state.settleDate(row, order);
    item.current?.focus();
  };

  return (
    <li
      ref={item}
      class={`cp-draft-row cp-draft-row--${kind}`}
      id={`row-${row.id}`}
      data-row={row.id}
      tabIndex={-1}
      aria-labelledby={`${id}-label ${id}-value ${id}-state`}
      onFocusIn={point(row)}
      onFocusOut={point(undefined)}
      onMouseEnter={point(row)}
      onMouseLeave={point(undefined)}
    >
      <div class="cp-draft-row__head">
        <span id={`${id}-label`} class="cp-draft-row__label">
          {label}
        </span>
        {!row.visible && <Tag colour="grey">{t('review.row.hidden')}</Tag>}
        {row.freeText && <Tag colour="yellow">{t('review.row.prose')}</Tag>}
        <span id={`${id}-state`} class="cp-draft-row__state">
          {t(`review.state.${kind}`)}
        </span>
      </div>
      <div id={`${id}-value`} class="cp-draft-row__value" dir="auto">
        {kind === 'mask'
          ? t('review.masked-value')
          : isLong && !isWhole.value
            ? `${value.slice(0, LONG)}…`
            : value}
      </div>
      {row.platform && kind !== 'mask' && <PlatformLine code={row.platform} />}
      {isLong && kind !== 'mask' && (
        <Button
          kind="link"
          about={label}
          onPress={() => {
            isWhole.value = !isWhole.value;
          }}
        >
          {t(isWhole.value ? 'review.row.show-less' : 'review.row.show-more')}
        </Button>
      )}
      {(isWhy.value || row.path === undefined) && (
        <RowWhy row={row} rows={state.draft.value?.rows ?? []} />
      )}
      {isGone.value && (
        <p role="status" class="cp-draft-row__issue cp-draft-row__issue--warning">
          {t('review.row.gone')}
        </p>
      )}
      {problems.map((issue) => (
        <p key={issue.code} class={`cp-draft-row__issue cp-draft-row__issue--${issue.severity}`}>
          {issue.message}
        </p>
      ))}
      {row.either && kind === 'leave' && (
        <DateQuestion label={label} either={row.either} onAnswer={answerDate} />
      )}
      {row.settled && (kind === 'take' || kind === 'leave') && (
        <DateAnswer label={label} settled={row.settled} onAnswer={answerDate} />
      )}
      {row.path === undefined && (
        <Form>
          <Select
            label={t('review.row.what')}
            choices={PATH_CHOICES}
            value=""
            onValue={(path) =>
              state.name(
                row.id,
                FIELD_PATHS.find((each) => each === path),
              )
            }
          />
        </Form>
      )}
      {isCorrecting.value ? (
        <RowCorrection
          label={label}
          // A date that can be two days, or *not known*, is not an answer yet, so the box starts empty.
          start={kind === 'take-corrected' ? value : row.either || row.notKnown ? '' : row.value}
          read={async (typed) => (await loadReviewParts()).readCorrection(row, typed)}
          onDone={(typed) => {
            isCorrecting.value = false;
            state.decide(row.id, { kind: 'take-corrected', value: typed });
            item.current?.focus();
          }}
          onCancel={() => {
            isCorrecting.value = false;
            item.current?.focus();
          }}
        />
      ) : (
        row.path !== undefined && (
          <DecisionButtons
            about={t('review.decision.about', { label, value: value.slice(0, 60) })}
            kind={kind}
            mayTake={row.either === undefined && !row.notKnown}
            isWhy={isWhy.value}
            onDecide={decide}
            onCorrect={correct}
            onWhy={() => {
              isWhy.value = !isWhy.value;
            }}
          />
        )
      )}
    </li>
  );
}

const PATH_CHOICES = FIELD_PATHS.map((path) => ({ value: path, label: fieldOf(path).label }));

/** The row under focus, for the keys of the list. */
export function focusedRow(draft: Draft | null, list: Element | null): Row | undefined {
  const item = list?.contains(document.activeElement)
    ? document.activeElement?.closest<HTMLElement>('[data-row]')
    : undefined;
  return draft?.rows.find(({ id }) => id === item?.dataset.row);
}
