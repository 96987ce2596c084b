/** Facts about a control from the markup alone: all there is for saved HTML, and a beginning on an open page. */
import type { Element } from 'hast';
import { holdsPrompt } from '../label/line/prompt.js';
import { attribute } from '../tree/attribute.js';
import type { Control } from '../tree/control.js';
import type { ControlFacts, ControlOption, ControlTarget } from './control-facts.js';

/** Handlers in markup that send the form, post it back, or navigate. */
const LEAVES =
  /submit\s*\(|__doPostBack|location\b\s*(?:\.|=)|window\.open|\.navigate\s*\(|\bfetch\s*\(|XMLHttpRequest|\$\.(?:ajax|post|get)\s*\(/i;
const HANDLERS = /^on(?:change|input|blur|focus|click|key\w+|select|focusout|focusin)$/i;

const LONGEST_FORMAT = 200;

export function factsInMarkup(
  target: ControlTarget,
  element: Element,
  control: Control,
): ControlFacts {
  const options = target.tag === 'select' ? optionsIn(element) : undefined;
  const limit = numberOf(element, 'maxLength');
  const formats = [attribute(element, 'pattern'), attribute(element, 'data-date-format')].flatMap(
    (format) => format?.slice(0, LONGEST_FORMAT) || [],
  );
  const typed = isPrompt(element) ? '' : control.verbatim;
  const value =
    options === undefined
      ? control.alone === undefined
        ? typed
        : ''
      : chosen(options, element, control);
  return {
    target,
    value,
    isTicked: control.alone !== undefined && control.value !== '',
    isDisabled: hasFlag(element, 'disabled'),
    isReadOnly: hasFlag(element, 'readOnly') || element.properties.ariaReadOnly === 'true',
    ...(limit === undefined ? {} : { limit }),
    ...(formats.length === 0 ? {} : { formats }),
    ...(options === undefined ? {} : { options }),
    ...(hasFlag(element, 'multiple') ? { isMultiple: true as const } : {}),
    ...(leavesPage(element) ? { submits: true as const } : {}),
  };
}

/** The chosen option's value, found by its text: a snapshot holds only the text of the choice. */
function chosen(options: readonly ControlOption[], element: Element, control: Control): string {
  const live = element.data?.value;
  const text = live ?? control.value;
  return options.find((option) => option.text === text.trim())?.value ?? '';
}

function optionsIn(select: Element): readonly ControlOption[] {
  const options: ControlOption[] = [];
  const visit = (element: Element, isOff: boolean, left: number): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      const off = isOff || hasFlag(child, 'disabled');
      if (child.tagName === 'option') {
        const inside = child.children
          .map((each) => (each.type === 'text' ? each.value : ''))
          .join('');
        const text = (attribute(child, 'label') || inside).replace(/\s+/g, ' ').trim();
        options.push({
          value: attribute(child, 'value') ?? text,
          text,
          ...(off ? { isDisabled: true as const } : {}),
        });
      } else if (left > 0) visit(child, off, left - 1);
    }
  };
  visit(select, false, 4);
  return options;
}

function isPrompt({ tagName, properties }: Element): boolean {
  if (tagName === 'input' || tagName === 'textarea') return false;
  return holdsPrompt([properties.className ?? properties.class].flat().map(String));
}

function hasFlag(element: Element, property: string): boolean {
  const value = element.properties[property] ?? element.properties[property.toLowerCase()];
  return value !== undefined && value !== null && value !== false;
}

function numberOf(element: Element, property: string): number | undefined {
  const value = Number(element.properties[property] ?? element.properties[property.toLowerCase()]);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

function leavesPage({ properties }: Element): boolean {
  return Object.entries(properties).some(
    ([name, value]) => HANDLERS.test(name) && LEAVES.test(String(value)),
  );
}
