/** Records that were added later and would go along with a move, named before it is made. */
import type { SaveMove } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { loadReviewParts } from './load-parts.js';

export function MovesAlong({ seq, from, to }: SaveMove) {
  const { store, host } = useApp().services;
  const what = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    what.value = undefined;
    loadReviewParts()
      .then(async ({ moveSave, alongWords }) => {
        const move = await moveSave(store, { seq, from, to }, host);
        if (!isGone && move.ok) what.value = alongWords(move.value);
      })
      // The move itself says it again.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [store, seq, from, to]);
  return what.value === undefined ? null : (
    <InsetText>{t('review.move.along', { what: what.value })}</InsetText>
  );
}
