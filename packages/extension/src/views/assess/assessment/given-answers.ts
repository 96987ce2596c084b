/** Answers in the form during an assessment: by item, each with its comment and evidence. */
import type { AssessedAnswer, Instrument } from '@cyber-prevent/core';

/** Half-typed answer: the comment may be empty. */
export interface GivenAnswer {
  readonly item: string;
  readonly answer: string;
  readonly comment?: string | undefined;
  readonly evidence?: AssessedAnswer['evidence'];
}

export function asAnswers(value: unknown): readonly GivenAnswer[] {
  return Array.isArray(value) ? (value as readonly GivenAnswer[]) : [];
}

export function answerTo(given: readonly GivenAnswer[], item: string): GivenAnswer | undefined {
  return given.find((each) => each.item === item);
}

/** Answers with one replaced or added. An item with a comment but no answer counts as not asked. */
export function withAnswer(
  given: readonly GivenAnswer[],
  next: GivenAnswer,
): readonly GivenAnswer[] {
  return answerTo(given, next.item)
    ? given.map((each) => (each.item === next.item ? next : each))
    : [...given, next];
}

/** Answers as they would be saved, in the order of the instrument, without empty comments or lists. */
export function keptAnswers(
  { items }: Instrument,
  given: readonly GivenAnswer[],
): readonly AssessedAnswer[] {
  const order = new Map(items.map(({ id }, place) => [id, place]));
  return given
    .filter(
      ({ answer, comment = '', evidence = [] }) => answer || comment.trim() || evidence.length,
    )
    .toSorted((a, b) => (order.get(a.item) ?? items.length) - (order.get(b.item) ?? items.length))
    .map(({ item, answer, comment = '', evidence = [] }) => ({
      item: item as AssessedAnswer['item'],
      answer: (answer || 'not-asked') as AssessedAnswer['answer'],
      ...(comment.trim()
        ? { comment: comment.trim() as NonNullable<AssessedAnswer['comment']> }
        : {}),
      ...(evidence.length > 0 ? { evidence: [...evidence] } : {}),
    }));
}

/** Answers by item, for the level shown during the assessment. An item with no answer is left out. */
export function scored(given: readonly GivenAnswer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(given.flatMap(({ item, answer }) => (answer ? [[item, answer]] : [])));
}

/**
 * Merges two windows' changes to one draft: takes what only the other changed, keeps what was typed here. Also returns
 * the items that both changed, of which the typed answers are kept.
 */
export function mergedAnswers(
  was: readonly GivenAnswer[],
  is: readonly GivenAnswer[],
  typed: readonly GivenAnswer[],
): { readonly answers: readonly GivenAnswer[]; readonly clashes: readonly string[] } {
  const same = (a: GivenAnswer | undefined, b: GivenAnswer | undefined) =>
    JSON.stringify([a?.answer, a?.comment ?? '', a?.evidence ?? []]) ===
    JSON.stringify([b?.answer, b?.comment ?? '', b?.evidence ?? []]);
  const items = [...new Set([...typed, ...is].map(({ item }) => item))];
  const clashes: string[] = [];
  const answers = items.flatMap((item) => {
    const [before, theirs, mine] = [was, is, typed].map((all) => answerTo(all, item));
    if (same(before, mine)) return theirs ?? [];
    if (!same(before, theirs) && !same(mine, theirs)) clashes.push(item);
    return mine ?? [];
  });
  return { answers, clashes };
}

/** Ids of the items that have no answer yet. */
export function openItems(
  { items }: Pick<Instrument, 'items'>,
  given: readonly GivenAnswer[],
): readonly string[] {
  return items.flatMap(({ id }) => (answerTo(given, id)?.answer ? [] : [id]));
}

/** The answers with every open item answered *not known*; nothing that was answered or commented on changes. */
export function answeredRest(
  instrument: Pick<Instrument, 'items'>,
  given: readonly GivenAnswer[],
): readonly GivenAnswer[] {
  return openItems(instrument, given).reduce(
    (all, item) => withAnswer(all, { ...answerTo(all, item), item, answer: 'unknown' }),
    given,
  );
}
