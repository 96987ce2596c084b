/** The places of a draft's values, and whether they are found again in the snapshot that they were read from. */
import type {
  DraftRow,
  Found,
  PageSnapshot,
  Place,
  select,
} from '../../packages/core/src/index.ts';

type Element = Found['element'];

/** Every place of a row: its own, those of its parts, and those of other sightings. */
export function placesOf({ place, madeOf = [], alsoAt = [] }: DraftRow): readonly Place[] {
  return [place, ...madeOf, ...alsoAt.map((sighting) => sighting.place)];
}

/** Ignores white space: a line break may be an element in one and a character in the other. */
export function isThereAgain(snapshot: PageSnapshot, place: Place, seek: typeof select): boolean {
  const frame = snapshot.frames.find(({ path }) => path.join() === place.frame.join());
  if (!frame) return false;
  const alone = { ...snapshot, frames: [{ ...frame, path: [] }] };
  const [found] = seek(alone, place.selector);
  return (
    found !== undefined &&
    (isChoice(found.element) || tight(textOf(found.element)).includes(tight(place.verbatim)))
  );
}

/** The text of a choice is next to it. */
function isChoice({ properties, data }: Element): boolean {
  return ['checkbox', 'radio'].includes(String(properties.type)) && data?.checked === true;
}

/** Texts in order, then the values of controls in order. */
function textOf(element: Element): string {
  const texts: string[] = [];
  const values: string[] = [];
  const waiting: Element['children'] = [element];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') texts.push(node.value);
    if (node.type !== 'element') continue;
    if (node.data?.value !== undefined) values.push(node.data.value);
    waiting.push(...node.children.toReversed());
  }
  return [...texts, ...values].join('');
}

function tight(text: string): string {
  return text.replace(/\s+/g, '');
}
