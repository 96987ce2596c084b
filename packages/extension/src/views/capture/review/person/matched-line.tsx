import type { SeenAnswer } from '@cyber-prevent/core';
import { t } from '../../../../locales/late.js';
import { useTwinWords } from '../../../case/use-twin-words.js';
import { whoWords } from './doubt-words.js';

export interface MatchedLineProps {
  person: Pick<SeenAnswer['people'][number], 'person' | 'name' | 'bornOn'>;
}

/** Says whom the officer has named among the people found: the choice made before no longer applies. */
export function MatchedLine({ person }: MatchedLineProps) {
  const twinWords = useTwinWords();
  const name = twinWords(person.person, whoWords(person));
  return <p class="govuk-body">{t('review.about.matched', { name })}</p>;
}
