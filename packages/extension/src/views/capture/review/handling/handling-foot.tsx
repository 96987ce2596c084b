/** Conditions at the save: those it will keep, and those of the page that it will not. */
import { type Draft, shortened } from '@cyber-prevent/core';
import { Button } from '../../../../components/button.js';
import { focusControl } from '../../../../components/focus-control.js';
import { t } from '../../../../locales/late.js';
import { handlingLine } from './handling-control.js';
import { conditionsOf, givenWords } from './handling-words.js';

export interface HandlingFootProps {
  draft: Draft;
}

export function HandlingFoot({ draft }: HandlingFootProps) {
  const given = givenWords(draft);
  const left = conditionsOf(draft).find(({ shown }) => shown !== '');
  if (given === '' && !left) return null;
  return (
    <p class="cp-counts">
      {given !== '' && t('handling.foot', { what: shortened(given, 90) })}{' '}
      {left && (
        <Button kind="link" onPress={() => focusControl(handlingLine(left.origin.id))}>
          {t('handling.foot.left')}
        </Button>
      )}
    </p>
  );
}
