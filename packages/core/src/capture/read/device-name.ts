/** Names as medical devices and laboratories exchange them: `FAMILY^GIVEN^MIDDLE^PREFIX^SUFFIX`. */

export interface DeviceName {
  readonly family: string;
  /** Given and middle names; empty if there are none. */
  readonly given: string;
  readonly title?: string;
  readonly suffix?: string;
}

/** Components that a person's name has; a system may send empty ones after them. */
const MOST = 5;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir)\.?$/i;

/** True for a text in this notation, whether or not it can be read. */
export function isDeviceName(text: string): boolean {
  return text.includes('^');
}

/**
 * The parts of the name. Undefined for anything else in this notation: a number before the name, several names, or a
 * name without a family name.
 */
export function deviceName(text: string): DeviceName | undefined {
  // The same name in another script follows after an equals sign.
  const [alphabetic = ''] = text.split('=', 1);
  const parts = alphabetic.split('^').map((part) => part.replace(/\s+/g, ' ').trim());
  const [family = '', first = '', middle = '', ...rest] = parts;
  const further = rest.filter((part) => part !== '');
  const isName = parts.length > 1 && [family, first].every((part) => /\p{L}/u.test(part));
  if (!isName || rest.length > MOST - 3 || /[\d~&@\\]/.test(alphabetic)) return undefined;
  // The two families of systems that write so put the title and the suffix in either order.
  const title = further.find((part) => TITLE.test(part));
  const suffix = further.find((part) => part !== title);
  return {
    family,
    given: [first, middle].filter((part) => part !== '').join(' '),
    ...(title === undefined ? {} : { title }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}
