/** The controls of a page that somebody could type into, each with the label that asks for it, empty ones included. */
import type { Element } from 'hast';
import { ownersBut } from '../frame-value.js';
import { adjacentCandidates } from '../label/adjacency.js';
import { ownersOf } from '../label/ownership.js';
import { resolve } from '../label/resolve.js';
import { datePartOf } from '../label/split-date.js';
import type { Knows } from '../label/template-pair.js';
import { isShown } from '../label/value.js';
import { type FrameReading, readFrame } from '../read-frame.js';
import type { ReadOptions } from '../read-page.js';
import type { LabelMethod } from '../reading.js';
import type { PageSnapshot } from '../snapshot/snapshot.js';
import { attribute } from '../tree/attribute.js';
import { groupOf, isInGroup, nameOf, optionOf } from '../tree/choice.js';
import type { Control } from '../tree/control.js';
import type { PageIndex } from '../tree/page-index.js';
import { selectorOf } from '../tree/selector.js';
import { controlCount, elementAt, endOf } from '../tree/span.js';
import { displayText } from '../tree/text.js';
import type { ControlFacts, ControlTarget } from './control-facts.js';
import { factsInMarkup } from './control-markup.js';
import { isPassing } from './passing-form.js';

/** Kind of control. `widget`: made of elements other than form controls; it is read, and never typed into. */
export type ControlKind = 'text' | 'long-text' | 'list' | 'radio' | 'tick' | 'rich-text' | 'widget';

export interface FormControl {
  /** Id, stable within the form: `f0-17`. */
  readonly id: string;
  readonly target: ControlTarget;
  /** Label that asks for it, as displayed; `''` if there is none. */
  readonly label: string;
  readonly method?: LabelMethod;
  /** Headings, legends and section names, outermost first. */
  readonly owner: readonly string[];
  readonly kind: ControlKind;
  /** The text next to a radio button or tick box. */
  readonly option?: string;
  /** Id shared by all radio buttons or tick boxes that answer one question. */
  readonly question?: string;
  /** Set for each of the three boxes of a date; the three share `question`, and `label` asks for the date. */
  readonly datePart?: 'day' | 'month' | 'year';
  /** Words next to it on the page, in a placeholder or a hint: `DD/MM/YYYY`. */
  readonly hint?: string;
  readonly isShown: boolean;
  /** Facts from the snapshot. Limits and options are there only if it came from saved HTML. */
  readonly facts: ControlFacts;
}

/** Most controls of a form: more are a page of many records. */
const MOST_CONTROLS = 2_000;

/** A control with its element in the snapshot. */
export interface FoundControl {
  readonly control: FormControl;
  readonly element: Element;
  /** Set if it is in a form that searches, filters or signs somebody in: nothing typed there is kept. */
  readonly isPassing: boolean;
}

/**
 * Every control that may be read, frame by frame in document order: at most 2,000. Their labels are those of
 * {@link readPage}, if it is given the same options.
 */
export function readForm(
  snapshot: PageSnapshot,
  options: Pick<ReadOptions, 'knows'> = {},
): readonly FormControl[] {
  return findControls(snapshot, options.knows).map(({ control }) => control);
}

/** The same as {@link readForm}, for callers that must compare elements. */
export function findControls(snapshot: PageSnapshot, knows?: Knows): readonly FoundControl[] {
  const found: FoundControl[] = [];
  snapshot.frames.forEach((frame, number) => {
    if (found.length < MOST_CONTROLS) found.push(...controlsOf(readFrame(frame, knows), number));
  });
  return found.slice(0, MOST_CONTROLS);
}

function controlsOf(reading: FrameReading, number: number): readonly FoundControl[] {
  const { index, controls, scopes } = reading;
  const labels = labelsOf(reading);
  const orders = [...controls.keys()].sort((a, b) => a - b);
  const owners = ownersOf(scopes, orders);
  const read = orders.flatMap((at, place) => {
    const element = elementAt(index, at);
    const control = controls.get(at);
    if (!element || !control) return [];
    const best = labels.get(at);
    const owned = owners[place] ?? { titles: [], scopes: [] };
    return [
      {
        at,
        element,
        isPassing: isPassing(index, at),
        label: best?.label ?? '',
        control: {
          id: `f${number}-${at}`,
          target: targetOf(index, at, element),
          label: best?.label ?? '',
          ...(best ? { method: best.method } : {}),
          owner: ownersBut(owned, best?.labelAt, best?.owner),
          kind: kindOf(index, at, element),
          ...choiceOf(index, at, element, control, number),
          ...hintOf(index, at, element),
          isShown: isShown(index, control.shownAt ?? at),
          facts: factsInMarkup(targetOf(index, at, element), element, control),
        } satisfies FormControl,
      },
    ];
  });
  return joinDates(index, read);
}

interface ReadControl extends FoundControl {
  readonly at: number;
  readonly label: string;
}

function labelsOf({ index, controls, resolved }: FrameReading) {
  const labels = new Map(
    resolved.flatMap(({ best }) => (best.part ? [] : [[best.target, best] as const])),
  );
  const bare = [...controls.keys()].filter((at) => !labels.has(at));
  for (const { best } of resolve(adjacentCandidates(index, bare))) labels.set(best.target, best);
  return labels;
}

export function targetOf(index: PageIndex, at: number, element: Element): ControlTarget {
  const tag = element.tagName.toLowerCase();
  return {
    frame: index.frame.path,
    selector: selectorOf(index, at),
    tag,
    type: tag === 'input' ? (attribute(element, 'type') ?? 'text').toLowerCase() : '',
    name: nameOf(index, at),
  };
}

function kindOf(index: PageIndex, at: number, element: Element): ControlKind {
  const tag = index.tags[at];
  if (tag === 'select') return 'list';
  if (tag === 'textarea') return 'long-text';
  if (tag === 'input') {
    const type = attribute(element, 'type')?.toLowerCase();
    return type === 'radio' ? 'radio' : type === 'checkbox' ? 'tick' : 'text';
  }
  const editable = attribute(element, 'contenteditable');
  return editable !== undefined && editable !== 'false' ? 'rich-text' : 'widget';
}

function choiceOf(
  index: PageIndex,
  at: number,
  element: Element,
  { alone, shownAt }: Control,
  number: number,
): Pick<FormControl, 'option' | 'question'> {
  if (alone === undefined) return {};
  const option = optionOf(index, at).text;
  if (!isInGroup(index, at, element)) return { option };
  // A hidden copy of the form asks the same under the same name.
  const copy = isShown(index, shownAt ?? at) ? 'shown' : 'hidden';
  return { option, question: `f${number}-${nameOf(index, at)}-${groupOf(index, at)}-${copy}` };
}

/** Words after a box that give the unit it counts in: `hours`. */
const UNIT = /^\(?(?:hours?|hrs?|hh?:mm|minutes?|mins?|days?)\b[^\n]{0,12}$/i;

function unitAfter(index: PageIndex, at: number): string {
  const after = endOf(index, at);
  const isBeside = index.parents[after] === index.parents[at] && controlCount(index, after) === 0;
  const words = isBeside ? displayText(index, after).trim() : '';
  return UNIT.test(words) ? words : '';
}

function hintOf(index: PageIndex, at: number, element: Element): Pick<FormControl, 'hint'> {
  const described = [element.properties.ariaDescribedBy ?? element.properties['aria-describedby']]
    .flat()
    .flatMap((ids) => String(ids ?? '').split(/\s+/))
    .flatMap((id) => index.ids.get(id)?.slice(0, 1) ?? [])
    .map((order) => textIn(elementAt(index, order)));
  const hint = [
    attribute(element, 'placeholder'),
    attribute(element, 'title'),
    ...described,
    unitAfter(index, at),
  ]
    .filter(Boolean)
    .join(' ')
    .slice(0, 200);
  return hint === '' ? {} : { hint };
}

function textIn(element: Element | undefined): string {
  const texts = (element?.children ?? []).map((child) =>
    child.type === 'text' ? child.value : child.type === 'element' ? textIn(child) : '',
  );
  return texts.join(' ').trim();
}

const PARTS = ['day', 'month', 'year'] as const;

/** Joins three boxes in a row that ask for a day, a month and a year into one question, in any order. */
function joinDates(index: PageIndex, read: readonly ReadControl[]): readonly FoundControl[] {
  const joined: FoundControl[] = read.map(({ control, element, isPassing }) => ({
    control,
    element,
    isPassing,
  }));
  for (let i = 0; i + 2 < read.length; i += 1) {
    const three = read.slice(i, i + 3);
    const parts = three.map(({ at, label }) => datePartOf(label, nameOf(index, at)));
    if (new Set(parts).size !== 3 || parts.includes(-1)) continue;
    const [first] = three;
    if (!first) continue;
    const group = groupOf(index, first.at);
    const legend = group < 0 ? undefined : first.control.owner.at(-1);
    three.forEach(({ control, ...rest }, offset) => {
      const whole: FormControl = {
        ...control,
        ...(legend === undefined
          ? {}
          : { label: legend, method: 'legend', owner: control.owner.slice(0, -1) }),
        question: first.control.id,
        datePart: PARTS[parts[offset] ?? 0] ?? 'day',
      };
      joined[i + offset] = { ...rest, control: whole };
    });
    i += 2;
  }
  return joined;
}
