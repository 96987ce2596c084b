/** A draft with its questions answered, for tests that are about something else. */
import type { ConditionAnswer, Draft } from '../capture/draft.js';
import { fieldOf } from '../capture/field/field-path.js';
import { SENSITIVE_WORDS } from '../review/index.js';

const WHY = 'Needed to speak with a fictional child.';

const WORDS = SENSITIVE_WORDS.kinds.flatMap(({ words }) => words);

/**
 * Answers the draft's questions: a condition for each sensitive kind of value, under both laws, an authority for open
 * source, that the words of a text say nothing sensitive, and that a narrative may be left.
 */
export function withAnswers(draft: Draft, regime: 'part3' | 'uk-gdpr' = 'part3'): Draft {
  const paths = new Set(draft.rows.flatMap(({ path }) => path ?? []));
  const conditions = [...paths].flatMap((what): ConditionAnswer[] => {
    const given = { what, regime, whyNecessary: WHY };
    const special = `${regime === 'part3' ? 'part3' : 'article9'}-safeguarding`;
    return [
      { ...given, sensitivity: 'special', condition: special },
      ...(fieldOf(what).sensitivity === 'criminal'
        ? [{ ...given, sensitivity: 'criminal', condition: 'article10-unlawful-acts' } as const]
        : []),
    ];
  });
  return {
    ...draft,
    conditions,
    authority: { authority: 'none-needed', detail: WHY },
    words: [...paths]
      .filter((what) => fieldOf(what).read === 'prose')
      .map((what) => ({ what, words: WORDS, isSpecial: false })),
    withoutNarrative: true,
  };
}
