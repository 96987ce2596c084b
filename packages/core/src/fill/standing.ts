/** Content of boxes before anything is typed into them. */
import type { ControlFacts } from '../page/control/control-facts.js';
import type { LiveControl } from './live-control.js';

/** Content of the boxes, as a person reads it. */
export function standingIn(controls: readonly LiveControl[]): string {
  return controls
    .flatMap(({ control, facts }) => {
      if (control.option !== undefined) return facts.isTicked ? [control.option] : [];
      if (facts.options === undefined) return [facts.value.trim()];
      if (isEmptyChoice(facts)) return [];
      return facts.options.filter(({ value }) => value === facts.value).map(({ text }) => text);
    })
    .filter((text) => text !== '')
    .join(' ');
}

/** True if no choice is made: the option has no value, or is the first and reads like a prompt. */
export function isEmptyChoice({ value, options = [] }: ControlFacts): boolean {
  const chosen = options.find((option) => option.value === value);
  if (chosen === undefined || value === '') return true;
  return (
    chosen === options[0] &&
    /^(?:[-–—(<\s]|please\b|select\b|choose\b|none\b|\.\.)/i.test(chosen.text)
  );
}
