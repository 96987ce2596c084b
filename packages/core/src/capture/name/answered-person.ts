/** Questions about somebody with an answer that names them: *Is the parent aware?* — *Yes - Dawn Example*. */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { remembered } from '../field/remembered.js';
import { NAME } from '../read/text-pattern.js';

const RELATIONS = dictionary.owners.relatedPersons.map(labelWords);
/** Beginnings and endings of a question that is answered by yes or no. */
const ASKS =
  /^(?:is|are|has|have|was|were|does|do|did)\b|\b(?:aware|informed|told|notified|spoken to|consulted|involved|present|contacted)$/;
const ANSWER = /^(?:yes|y|no|n|not (?:yet|known)|unknown|n\/a)\b[\s.,:;()–—-]*/i;
const NAMED = new RegExp(`^${NAME}`, 'u');

/** The rest of the answer after yes or no; undefined if the label is not such a question about a related person. */
export function answerAbout(label: string, value: string): string | undefined {
  return asksOfRelation(label) ? value.trim().replace(ANSWER, '').trim() : undefined;
}

const asksOfRelation = remembered((label): boolean => {
  const words = labelWords(label);
  const padded = ` ${words} `;
  return ASKS.test(words) && RELATIONS.some((relation) => padded.includes(` ${relation} `));
});

/** The path of such an answer: the person's name, or a path of undefined if nobody is named. */
export function pathOfAnswer(
  label: string,
  value: string,
): { readonly path: FieldPath | undefined } | undefined {
  const answer = answerAbout(label, value);
  if (answer === undefined) return undefined;
  return { path: NAMED.test(answer) && answer.length <= 120 ? 'relatedPersons[].name' : undefined };
}
