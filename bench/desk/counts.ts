/** Cost of a job to an officer, in things done. */

export interface Counts {
  /** Presses with the pointer: on a button, a choice, a row, and one for each choice in a drop-down list. */
  readonly clicks: number;
  /** Boxes typed into; the three boxes of a date are three. */
  readonly boxes: number;
  /** Keys pressed by themselves or together, such as Ctrl+Enter; the text that goes into a box is not counted here. */
  readonly keys: number;
  /** Screens that the page was scrolled by to reach what was pressed. */
  readonly scrolled: number;
  /** Screens that the job went through, by their headings. */
  readonly screens: number;
}

export type Measure = keyof Counts;
export const MEASURES: readonly Measure[] = ['clicks', 'boxes', 'keys', 'scrolled', 'screens'];

/** Some of the counts: what a bar, or an earlier count, says of a job. */
export type Some = Partial<Counts>;

/** The counts in words, without what nothing was counted of: “6 clicks, 5 boxes”. */
export function countWords(counts: Some): string {
  const said = MEASURES.flatMap((measure) => {
    const count = counts[measure];
    return count === undefined || count === 0 ? [] : [`${count} ${WORDS[measure](count)}`];
  });
  return said.join(', ') || 'nothing';
}

const plural = (one: string) => (count: number) => (count === 1 ? one : `${one}s`);
const WORDS: Readonly<Record<Measure, (count: number) => string>> = {
  clicks: plural('click'),
  boxes: (count) => (count === 1 ? 'box' : 'boxes'),
  keys: plural('key'),
  scrolled: (count) => (count === 1 ? 'screen scrolled' : 'screens scrolled'),
  screens: plural('screen'),
};
