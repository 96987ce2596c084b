import type { SeenAnswer } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { whoWords } from './doubt-words.js';

export interface MatchedLineProps {
  person: Pick<SeenAnswer['people'][number], 'name' | 'bornOn'>;
}

/** Says whom the officer has named among the people found: the choice made before no longer applies. */
export function MatchedLine({ person }: MatchedLineProps) {
  return <p class="govuk-body">{t('review.about.matched', { name: whoWords(person) })}</p>;
}
