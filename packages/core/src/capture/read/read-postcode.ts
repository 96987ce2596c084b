/** Postcodes. An odd one is kept with a warning: new ones appear, and forms hold what was typed. */
import { failed, passed } from '../../shared/issue.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

/** The published form, with GIR 0AA and the ZZ99 codes that mean no fixed address. */
const USUAL =
  /^(GIR 0AA|ZZ99 \d[A-Z]{2}|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})$/;
/** Any letters and digits in the right order. */
const SHAPE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;
const WITHIN = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;

export const readPostcode: Reader = (text) => {
  const packed = tidyLine(text).replace(/ /g, '').toUpperCase();
  const value = `${packed.slice(0, -3)} ${packed.slice(-3)}`;
  if (USUAL.test(value)) return passed({ value });
  if (SHAPE.test(value))
    return passed({ value }, [
      {
        code: 'postcode-unusual',
        message: 'This is not a usual postcode. Check it before you take it.',
        severity: 'warning',
      },
    ]);
  return failed({
    code: 'postcode-unreadable',
    message: 'This does not read as a postcode. Check it, or take it as it is.',
    severity: 'warning',
  });
};

/** The postcode in an address, as written there; undefined if it has none or several. */
export function postcodeWithin(address: string): string | undefined {
  const found = address.match(WITHIN) ?? [];
  return found.length === 1 ? found[0] : undefined;
}
