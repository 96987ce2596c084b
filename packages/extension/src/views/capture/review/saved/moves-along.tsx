/** Records that were added later, named before a move is made: those that would go along, and contacts that would stay. */
import type { SaveMove } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';
import { InsetText } from '../../../../components/inset-text.js';
import { t } from '../../../../locales/late.js';
import { loadReviewParts } from '../load-parts.js';

export function MovesAlong({ seq, from, to }: SaveMove) {
  const { store, host } = useApp().services;
  const said = useSignal<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    said.value = [];
    loadReviewParts()
      .then(async ({ moveSave, alongWords, loggedWith }) => {
        const move = await moveSave(store, { seq, from, to, meant: to }, host);
        if (isGone || !move.ok) return;
        const what = alongWords(move.value);
        const stays = loggedWith(move.value.from, move.value.logged);
        said.value = [
          ...(what ? [t('review.move.along', { what })] : []),
          ...(stays ? [stays] : []),
        ];
      })
      // The move itself says it again.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [store, seq, from, to]);
  return (
    <>
      {said.value.map((words) => (
        <InsetText key={words}>{words}</InsetText>
      ))}
    </>
  );
}
