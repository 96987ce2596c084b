/** Suggests the path a box asks for, by its label and the words above it. If in doubt, none: the officer may say. */
import { areaOfLabel } from '../capture/field/area-label.js';
import { fieldOf, type ReaderName } from '../capture/field/field-path.js';
import {
  type FillKind,
  type FillPath,
  type InterventionPath,
  isFillPath,
} from '../capture/field/fill-path.js';
import { labelWords } from '../capture/field/fold-label.js';
import { type PageContext, surePath } from '../capture/name/suggest-path.js';
import type { FormControl } from '../page/control/form.js';
import dictionary from './fill-dictionary.json' with { type: 'json' };
import { LONG, noteAskedFor, WHOLE } from './note-box.js';

const LABELS: ReadonlyMap<string, InterventionPath> = new Map(
  Object.entries(dictionary.labels).flatMap(([path, words]) =>
    words.map((each) => [each, path as InterventionPath] as const),
  ),
);
const NEVER = new Set(dictionary.never);
/** Words in a heading over a search, a login, or somebody whom our records are not about. */
const NEVER_UNDER = new RegExp(`(?:^| )(?:${dictionary.neverUnder.join('|')})(?= |$)`);

/** “Search notes”, “Find by name”: text typed there is searched for and stored nowhere. */
const LOOKS: ReadonlySet<string> = new Set(dictionary.looks);
/** “Send a copy to (email)”: anyone entered there is sent a message. */
const SENDS: ReadonlySet<string> = new Set(dictionary.sends);
/** Facts that something can be sent to. */
const SENT_TO: ReadonlySet<ReaderName> = new Set(['phone', 'email', 'address', 'handle']);

/** Facts that a list may offer; a name, a number or an address is written. */
const CHOSEN: ReadonlySet<ReaderName> = new Set(['text', 'ukDate']);
/** Words for an organisation, with which no label of a telephone ends. */
const OFFICES: ReadonlySet<string> = new Set(dictionary.offices);
/**
 * Labels that ask for one thing in one system and for another in the next: a handle or a person's name, this case's
 * reference or another office's. Only what a box holds says which.
 */
const EITHER: ReadonlySet<string> = new Set(dictionary.either);
const EITHER_READ: ReadonlySet<ReaderName> = new Set(['handle', 'reference']);
/** Words of a number: “Emergency contact number” does not ask for a name. */
const NUMBER = /(?:^| )(?:number|no|telephone|phone|tel|mobile|email)(?: |$)/;

/** @param page - what the labels of the whole page say about its boxes */
export function suggestFill(
  control: FormControl,
  kind: FillKind,
  page: PageContext = {},
): FillPath | undefined {
  const words = labelWords(control.label);
  if (NEVER.has(words) || control.target.type === 'search') return undefined;
  const each = words.split(' ');
  if (LOOKS.has(each[0] ?? '')) return undefined;
  if (control.owner.some((heading) => NEVER_UNDER.test(labelWords(heading)))) return undefined;
  // A tick box next to “First name” is a yes-or-no question: it takes no text.
  if (control.kind === 'tick' && control.question === undefined) return undefined;
  const note = kind === 'intervention' ? noteAskedFor(control) : undefined;
  if (words === '') return note;
  const path = kind === 'intervention' ? (LABELS.get(words) ?? withoutUnit(words)) : undefined;
  // "Details" next to a single line asks for a word or two, not for an account of what happened.
  if (path !== undefined) return WHOLE.has(path) && !LONG.has(control.kind) ? undefined : path;
  const area = kind === 'referral' ? areaOfLabel(words) : undefined;
  if (area !== undefined) return isWhereTheyLive(control, page) ? area : undefined;
  const fact = surePath({ label: control.label, owner: control.owner }, page);
  if (fact === undefined || !isFillPath(fact)) return note;
  if (SENT_TO.has(fieldOf(fact).read) && each.some((word) => SENDS.has(word))) return undefined;
  if (fieldOf(fact).read === 'name' && NUMBER.test(words)) return undefined;
  if (fieldOf(fact).read === 'phone' && OFFICES.has(each.at(-1) ?? '')) return undefined;
  if (EITHER_READ.has(fieldOf(fact).read) && EITHER.has(words)) return undefined;
  if (fieldOf(fact).read === 'prose' && !LONG.has(control.kind)) return undefined;
  // A list next to a box for a number gives the kind of number.
  return control.kind === 'list' && !CHOSEN.has(fieldOf(fact).read) ? undefined : fact;
}

/** True if a postcode asked for in the same place would be the person’s own, not a referrer’s or a school’s. */
function isWhereTheyLive({ owner }: FormControl, page: PageContext): boolean {
  return surePath({ label: 'Postcode', owner }, page) === 'subject.postcode';
}

/** The path of a label such as `Duration (mins)`. Hours are not minutes: a box for hours is left to the officer. */
function withoutUnit(words: string): InterventionPath | undefined {
  const parts = words.split(' ');
  if (!dictionary.minutesWords.includes(parts.at(-1) ?? '')) return undefined;
  return LABELS.get(parts.slice(0, -1).join(' ')) === 'intervention.minutes'
    ? 'intervention.minutes'
    : undefined;
}
