import { atWords, fieldOf, kindsIn, type WordsAnswer, type WordsAsked } from '@cyber-prevent/core';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import { conditionControl } from './answer-control.js';

export interface WordsQuestionProps {
  asked: WordsAsked;
  onAnswer: (answer: WordsAnswer) => void;
  error?: string | undefined;
}

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
    </div>
  );
}
