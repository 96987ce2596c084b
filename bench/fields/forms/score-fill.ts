/** Judges a plan of filling by what the boxes of the same form held when it was filled. */
import type {
  ControlFacts,
  ControlTarget,
  FillPlan,
  FillRow,
} from '../../../packages/core/src/fill/index.ts';
import { folded, keyOf, meansSame } from '../meaning.ts';
import type { TruthValue } from './truth-values.ts';

/** Counts that can be summed over forms. */
export interface FillCounts {
  /** Values of the truth that a box of the form, on screen, held. */
  readonly asked: number;
  /** Values that start as typed. */
  readonly typed: number;
  /** Typed into a box that held that value. */
  readonly right: number;
  /** Typed into a box that held something else. */
  readonly wrong: number;
  /** Typed into a box that held nothing: nobody can say. */
  readonly unjudged: number;
  /** Offered in a box, and not typed unless the officer says so: right, and wrong. */
  readonly offeredRight: number;
  readonly offeredWrong: number;
}

export interface FillScore extends FillCounts {
  readonly wrongly: readonly string[];
  readonly openly: readonly string[];
  /** Values that a box held and that are neither typed nor offered there, with the reason. */
  readonly left: readonly string[];
}

/** A box of the filled form: its own label, and what a person sees in it. */
export interface FilledBox {
  readonly target: ControlTarget;
  readonly label: string;
  readonly text: string;
  readonly isShown: boolean;
}

/** Most times as long as the value is the text of a box that holds it: a narrative tells many of them. */
const MOST_BESIDE = 5;

/** Longest list of handles in one box. */
const LONGEST_LIST = 200;

type Judged = 'right' | 'wrong' | 'unjudged';

export function scoreFill(
  { rows }: Pick<FillPlan, 'rows'>,
  values: readonly TruthValue[],
  boxes: readonly FilledBox[],
): FillScore {
  const held = new Map(boxes.map((box) => [keyOfTarget(box.target), box.text]));
  const meant = new Map(values.map((value) => [value.value.id, value]));
  const judged = rows.flatMap((row) => {
    const value = meant.get(row.id);
    return value && row.steps.length > 0 ? [{ row, value, is: judge(row, value, held) }] : [];
  });
  const typed = judged.filter(({ row }) => row.start === 'type');
  const offered = judged.filter(({ row }) => row.start !== 'type');
  const count = (of: typeof judged, is: Judged) => of.filter((each) => each.is === is).length;
  const asked = values.filter((value) =>
    boxes.some(({ text, isShown }) => isShown && holdsValue(value, text)),
  );
  const inBox = new Set(judged.filter(({ is }) => is === 'right').map(({ value }) => value));
  return {
    asked: asked.length,
    typed: typed.length,
    right: count(typed, 'right'),
    wrong: count(typed, 'wrong'),
    unjudged: count(typed, 'unjudged'),
    offeredRight: count(offered, 'right'),
    offeredWrong: count(offered, 'wrong'),
    wrongly: typed.filter(({ is }) => is === 'wrong').map(({ row }) => told(row, held)),
    openly: typed.filter(({ is }) => is === 'unjudged').map(({ row }) => told(row, held)),
    left: asked
      .filter((value) => !inBox.has(value))
      .map((value) => {
        const row = rows.find(({ id }) => id === value.value.id);
        const own = boxes.filter(({ text, isShown }) => isShown && holdsValue(value, text));
        const at = own.map(({ label }) => label).join(' | ');
        return `${value.value.id}: ${folded(value.value.text).slice(0, 40)} in ${at} (${row?.why?.code ?? 'none'})`;
      }),
  };
}

function judge(row: FillRow, value: TruthValue, held: ReadonlyMap<string, string>): Judged {
  const texts = row.steps.map(({ target }) => held.get(keyOfTarget(target)) ?? '');
  if (texts.every((text) => text === '')) return 'unjudged';
  const acts = row.steps.map(({ act }) => (act.kind === 'tick' ? row.text : act.text));
  // Parts of a date: each box held its own part.
  const isInParts = acts.length > 1 && acts.every((act, nth) => isSamePart(act, texts[nth] ?? ''));
  return isInParts || texts.some((text) => holdsValue(value, text)) ? 'right' : 'wrong';
}

function isSamePart(typed: string, text: string): boolean {
  return Number(typed) === Number(text) || folded(typed) === folded(text);
}

/** True for a box with that value, or with one line of it if it has several. */
function holdsValue({ meaning, alternatives, value }: TruthValue, text: string): boolean {
  if (text === '') return false;
  const all = [...alternatives, value.text, value.on ?? ''].filter((each) => each !== '');
  if (all.some((each) => meansSame(meaning, each, text))) return true;
  const whole = folded(text).toLowerCase();
  // *Referring officer / agency* holds the name with an organisation after it.
  const most = meaning === 'handle' ? LONGEST_LIST : 0;
  const isAmong = (each: string): boolean =>
    whole.includes(folded(each).toLowerCase()) &&
    whole.length <= Math.max(most, MOST_BESIDE * each.length);
  if (all.some(isAmong)) return true;
  if (meaning !== 'address') return false;
  const line = ` ${keyOf('address', text)} `;
  return line.trim() !== '' && all.some((each) => ` ${keyOf('address', each)} `.includes(line));
}

function told({ id, text, box, steps }: FillRow, held: ReadonlyMap<string, string>): string {
  const there = steps.map(({ target }) => held.get(keyOfTarget(target)) ?? '').join(' | ');
  return `${id}: ${folded(text).slice(0, 40)} → ${box?.owner.at(-1) ?? ''} › ${box?.label ?? ''} (held ${folded(there).slice(0, 40)})`;
}

export function keyOfTarget({ frame, selector }: ControlTarget): string {
  return `${frame.join('.')} ${selector}`;
}

/** Text of a filled box as a person reads it; a radio button or a tick has its option while it is chosen. */
export function textInBox(facts: ControlFacts, option: string | undefined): string {
  if (option !== undefined) return facts.isTicked ? option : '';
  const chosen = facts.options?.find(({ value }) => value === facts.value && value !== '');
  return chosen?.text ?? facts.value;
}
