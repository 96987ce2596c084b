/**
 * Reads answers from a file and checks them against the instrument: an answer that is not offered is reported, never
 * dropped.
 */
import * as v from 'valibot';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { isMissing, offeredBy } from './answer.js';
import type { Answers, Instrument } from './instrument.js';
import type { Facts } from './level.js';
import { issueOf, passedOver, placed, shapeIssues } from './placed-issue.js';

const AnswersSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  /** Id and version of the instrument that was answered; absent: the one supplied. */
  instrument: v.exactOptional(v.string()),
  version: v.exactOptional(v.string()),
  facts: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
  answers: v.record(v.string(), v.pipe(v.string(), v.maxLength(100))),
});

export interface AnswersFile {
  readonly answers: Answers;
  readonly facts: Facts;
}

/**
 * Checks the answers. For JSON text, `at` of an issue is a line and column; for an object, a place such as
 * `answers.tools`.
 */
export function checkAnswers(instrument: Instrument, input: unknown): Result<AnswersFile> {
  const read = placed(input);
  if ('fault' in read) return failed(issueOf('answers-invalid', read.fault, read.at));
  const { value, placeOf } = read;
  const parsed = v.safeParse(AnswersSchema, value);
  if (!parsed.success)
    return failed(...shapeIssues(parsed.issues, 'answers-invalid', 'a file of answers', placeOf));
  const { answers, facts = {}, instrument: id = instrument.id } = parsed.output;
  const version = parsed.output.version ?? instrument.version;
  const issues: Issue[] = passedOver(value).map(({ path, message }) =>
    issueOf('answers-invalid', message, placeOf(path)),
  );
  if (id !== instrument.id)
    issues.push(
      issueOf(
        'answers-invalid',
        `The answers are to “${id}”, and not to “${instrument.id}”`,
        placeOf(['instrument']),
      ),
    );
  else if (version !== instrument.version)
    issues.push(
      issueOf(
        'answers-invalid',
        `The answers are to version ${version}, and the instrument is version ${instrument.version}`,
        placeOf(['version']),
      ),
    );
  else issues.push(...answerIssues(instrument, answers, (item) => placeOf(['answers', item])));
  return issues.length > 0 ? failed(...issues) : passed({ answers, facts });
}

/** An issue for each answer that the instrument does not offer. */
export function answerIssues(
  instrument: Instrument,
  answers: Answers,
  placeOf: (item: string) => string,
): readonly Issue[] {
  return Object.entries(answers).flatMap(([id, answer]): readonly Issue[] => {
    const item = instrument.items.find((each) => each.id === id);
    if (!item)
      return [
        issueOf('answer-not-offered', `“${instrument.title}” has no item “${id}”`, placeOf(id)),
      ];
    if (answer === undefined || isMissing(answer) || offeredBy(item).includes(answer)) return [];
    return [
      issueOf(
        'answer-not-offered',
        `“${answer}” is not an answer to “${item.prompt}”. Use one of ${[...offeredBy(item), 'unknown', 'not-asked'].join(', ')}.`,
        placeOf(id),
      ),
    ];
  });
}
