/**
 * The selectors that an adapter may write, a closed subset of CSS: `tag`, `#id`, `.class`, `[attr]`, `[attr="value"]`,
 * with `^=`, `*=` or `$=` for its start, any part of it or its end, `:nth-of-type(n)`, descendant, `>`, and `>>>` into
 * a shadow root or a child frame. It is closed so that a file cannot make a page slow to read, and so that the meaning
 * of a selector can be shown to the person who loads it.
 */
import { failed, passed, type Result } from '../../shared/issue.js';

export interface AttributeTest {
  readonly name: string;
  /** Absent: any value of the attribute will do. */
  readonly value?: string;
  /** Part of the attribute that the value must match; absent: all of it. */
  readonly part?: 'start' | 'any' | 'end';
}

export interface Compound {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  /** Place among siblings of one tag, from 1. */
  readonly nthOfType?: number;
}

/**
 * `descendant` starts anywhere below, `child` directly below, `cross` inside the shadow root or frame of the element
 * before it.
 */
export type Combinator = 'descendant' | 'child' | 'cross';

export interface SelectorStep {
  readonly combinator: Combinator;
  readonly compound: Compound;
}

const MAX_LENGTH = 500;
const MAX_STEPS = 24;

const PART_OF: Readonly<Record<string, AttributeTest['part']>> = {
  '^': 'start',
  '*': 'any',
  $: 'end',
};

const COMBINATOR = /\s*(>>>|>)\s*|\s+/y;
const TAG = /\*|[a-zA-Z][a-zA-Z0-9-]*/y;
const PART =
  /#([\w-]+)|\.([\w-]+)|\[([a-zA-Z_][\w:.-]*)(?:([\^*$])?=(?:"([^"\\]*)"|'([^'\\]*)'|([\w-]+)))?\]|:nth-of-type\((\d{1,4})\)/y;

/** Reads a selector; an issue names the place where it leaves the subset. */
export function parseSelector(selector: string): Result<readonly SelectorStep[]> {
  const text = selector.trim();
  if (text === '' || text.length > MAX_LENGTH)
    return wrong(`Write a selector of 1 to ${MAX_LENGTH} characters.`);
  const steps: SelectorStep[] = [];
  let at = 0;
  let combinator: Combinator = 'descendant';
  while (at < text.length) {
    const parsed = parseCompound(text, at);
    if (parsed === undefined)
      return wrong(`“${text.slice(at, at + 20)}” is not a selector that an adapter may use.`);
    steps.push({ combinator, compound: parsed.compound });
    if (steps.length > MAX_STEPS) return wrong(`Use ${MAX_STEPS} steps or fewer in a selector.`);
    at = parsed.end;
    if (at === text.length) return passed(steps);
    COMBINATOR.lastIndex = at;
    const between = COMBINATOR.exec(text);
    if (!between)
      return wrong(`“${text.slice(at, at + 20)}” is not a selector that an adapter may use.`);
    combinator = between[1] === '>>>' ? 'cross' : between[1] === '>' ? 'child' : 'descendant';
    at += between[0].length;
  }
  return wrong('A selector cannot end in a combinator.');
}

/** A name in which a form counts its boxes: `attr[0]`. */
const COUNTED = /\[\d+\]/;

/**
 * True if a selector goes by position: by a place among siblings, a tag alone, or a name that counts. After one more
 * field in the system, it means another.
 */
export function goesByPosition(steps: readonly SelectorStep[]): boolean {
  const last = steps.at(-1)?.compound;
  const isBare =
    last !== undefined &&
    last.id === undefined &&
    last.classes.length === 0 &&
    last.attributes.length === 0;
  return (
    isBare ||
    steps.some(
      ({ compound: { nthOfType, attributes } }) =>
        nthOfType !== undefined || attributes.some(({ value = '' }) => COUNTED.test(value)),
    )
  );
}

function parseCompound(
  text: string,
  from: number,
): { readonly compound: Compound; readonly end: number } | undefined {
  TAG.lastIndex = from;
  const tag = TAG.exec(text)?.[0];
  let end = from + (tag?.length ?? 0);
  const classes: string[] = [];
  const attributes: AttributeTest[] = [];
  let id: string | undefined;
  let nthOfType: number | undefined;
  for (;;) {
    PART.lastIndex = end;
    const part = PART.exec(text);
    if (!part) break;
    const [whole, hash, dot, name, mark, double, single, bare, nth] = part;
    const value = double ?? single ?? bare;
    if (hash !== undefined) id = hash;
    if (dot !== undefined) classes.push(dot);
    if (name !== undefined) {
      const which = mark === undefined ? undefined : PART_OF[mark];
      attributes.push({
        name,
        ...(value === undefined ? {} : { value }),
        ...(which === undefined ? {} : { part: which }),
      });
    }
    if (nth !== undefined) nthOfType = Number(nth);
    end += whole.length;
  }
  if (end === from) return undefined;
  const compound: Compound = {
    classes,
    attributes,
    ...(tag === undefined || tag === '*' ? {} : { tag: tag.toLowerCase() }),
    ...(id === undefined ? {} : { id }),
    ...(nthOfType === undefined ? {} : { nthOfType }),
  };
  return { compound, end };
}

function wrong(message: string): Result<never> {
  return failed({ code: 'selector-invalid', message, severity: 'error' });
}
