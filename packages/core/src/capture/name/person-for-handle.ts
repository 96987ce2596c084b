/** Names of people where an account would stand: *Web name* with the name of somebody who filled in a form. */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import { isWrittenAsName } from './agent.js';
import type { NamedValue } from './named-value.js';
import { WHOLE_NAME } from './path-of-words.js';

/** Day, with or without a time, in figures. */
const DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[\sT,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/;

/**
 * Takes the path of an account from a day, and from the name of a person who is not the subject: of the referrer, if
 * labels that begin alike give the rest of them, *Web email* beside *Web name*.
 */
export function withoutPersonsForHandles(named: readonly NamedValue[]): readonly NamedValue[] {
  let own: ReadonlySet<string> | undefined;
  return named.map((each) => {
    const { path, value, namedBy } = each;
    if (path !== 'subject.onlineIdentifiers[].asSeen' || namedBy === 'adapter') return each;
    const text = value.value.trim();
    if (!DAY.test(text)) {
      if (!isPersons(value)) return each;
      own ??= namesOf(named);
      if (
        labelWords(text)
          .split(' ')
          .some((word) => own?.has(word))
      )
        return each;
    }
    const { rule: _, ...bare } = each;
    return { ...bare, path: isReferrers(each, named) ? 'referrer.name' : undefined };
  });
}

function isReferrers({ value }: NamedValue, named: readonly NamedValue[]): boolean {
  if (!isPersons(value)) return false;
  const [first = '', last] = labelWords(value.label).split(' ');
  return (
    last === 'name' &&
    named.some(
      (each) =>
        each.path?.startsWith('referrer.') === true &&
        each.value.owner === value.owner &&
        labelWords(each.value.label).startsWith(`${first} `),
    ) &&
    !named.some(({ path }) => path === 'referrer.name')
  );
}

/** True for somebody's name; under a label for a name, also for one that is in no list of names. */
export function isPersons({ label, value }: Pick<LabelledValue, 'label' | 'value'>): boolean {
  if (isWrittenAsName(value)) return true;
  return / name$/.test(labelWords(label)) && !/\d/.test(value) && WHOLE_NAME.test(value.trim());
}

function namesOf(named: readonly NamedValue[]): ReadonlySet<string> {
  return new Set(
    named.flatMap(({ path, value }) =>
      path === 'subject.name' || path === 'subject.givenNames' || path === 'subject.familyName'
        ? labelWords(value.value).split(' ')
        : [],
    ),
  );
}
