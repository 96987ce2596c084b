import { asksNarrative, type Draft, type DraftRow, narrativeLeft } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { lateView } from '../../../app/late-view.js';
import { Button } from '../../../components/button.js';
import { FootBar } from '../../../components/foot-bar.js';
import { t } from '../../../locales/translate.js';
import type { NarrativeQuestionProps } from './narrative-question.js';
import { rowsIn } from './row/row-filter.js';
import { countDecisions } from './row/row-group.js';
import { HandlingFoot } from './save-bar-parts.js';
import type { AsksWhy } from './save-draft.js';

const NarrativeQuestion = lateView<NarrativeQuestionProps>(
  async () => (await import('./narrative-question.js')).NarrativeQuestion,
  null,
);

export interface ReviewFootProps {
  draft: Draft;
  rows: readonly DraftRow[];
  /** Id of the form that the save sends. */
  form: string;
  /** Set once the save has asked about the narrative. */
  isAsked: AsksWhy;
  isBusy: boolean;
  /** True if a referral on record is added to: it is not asked to say why again. */
  isAdded: boolean;
  /** Names the person of the save. */
  about: ComponentChildren;
  onTake: () => void;
  onLeave: () => void;
  onCancel: () => void;
  onIssues: () => void;
}

/** In sight below the draft: whom the save is about, the counts of the decisions, and the save; or the one question that it asks. */
export function ReviewFoot(props: ReviewFootProps) {
  const { draft, rows, form, isAsked, isBusy, isAdded, about } = props;
  const asks = !isAdded && asksNarrative(draft);
  useEffect(() => {
    // Only loads it sooner: the question takes the focus as soon as it is asked.
    if (asks) void NarrativeQuestion.fetch().catch(() => undefined);
  }, [asks]);
  if (asks && isAsked)
    return (
      <FootBar>
        {about}
        <NarrativeQuestion
          isAlone={isAsked === 'alone'}
          left={narrativeLeft(draft)}
          onTake={props.onTake}
          onLeave={props.onLeave}
          onCancel={props.onCancel}
        />
      </FootBar>
    );
  const issues = rowsIn('issue', rows).length;
  return (
    <FootBar>
      {about}
      <p class="cp-counts">
        {t('review.counts', { ...countDecisions(rowsIn('all', rows)) })}{' '}
        {issues > 0 && (
          <Button kind="link" onPress={props.onIssues}>
            {t('review.counts.issues', { count: issues })}
          </Button>
        )}
      </p>
      <HandlingFoot draft={draft} />
      <Button type="submit" form={form} busy={isBusy} keyHint="Ctrl+Enter">
        {t('review.save')}
      </Button>
      {asks && (
        <Button kind="secondary" busy={isBusy} onPress={props.onTake}>
          {t('review.save.narrative')}
        </Button>
      )}
    </FootBar>
  );
}
