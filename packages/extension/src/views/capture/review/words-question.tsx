import {
  atWords,
  fieldOf,
  kindsIn,
  SENSITIVE_WORDS,
  type WordsAnswer,
  type WordsAsked,
} from '@cyber-prevent/core';
import { Details } from '../../../components/details.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import { StandingList } from '../../case/standing-list.js';
import type { StandingRow } from '../../case/standing-words.js';
import { conditionControl } from './answer-control.js';

export interface WordsQuestionProps {
  asked: WordsAsked;
  onAnswer: (answer: WordsAnswer) => void;
  error?: string | undefined;
}

const WORDS_ROW: StandingRow = {
  key: 'sensitive-words',
  title: SENSITIVE_WORDS.title,
  standing: SENSITIVE_WORDS.status,
  source: SENSITIVE_WORDS.source,
  checkedOn: SENSITIVE_WORDS.checkedOn,
};

/** Asks what the words of a taken text mean. They decide nothing, so neither answer is there before the officer's. */
export function WordsQuestion({ asked, onAnswer, error }: WordsQuestionProps) {
  const { what, kinds, answer } = asked;
  const { label } = fieldOf(what);
  const words = kinds.flatMap((each) => each.words);
  return (
    <div class="cp-condition">
      <Radios
        id={conditionControl(atWords(asked))}
        label={t('answers.words', {
          label: label.charAt(0).toLowerCase() + label.slice(1),
          kinds: kindsIn(kinds),
        })}
        legendSize="s"
        hint={t('answers.words.hint', { words: words.map((word) => `“${word}”`).join(', ') })}
        error={error}
        choices={[
          { value: 'yes', label: t('answers.words.yes'), hint: t('answers.words.yes.hint') },
          { value: 'no', label: t('answers.words.no') },
        ]}
        value={answer === undefined ? '' : answer.isSpecial ? 'yes' : 'no'}
        onValue={(value) => onAnswer({ what, words, isSpecial: value === 'yes' })}
      />
      <Details summary={t('note.lists')}>
        <StandingList rows={[WORDS_ROW]} />
      </Details>
    </div>
  );
}
