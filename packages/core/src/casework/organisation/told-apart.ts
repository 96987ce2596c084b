/** Tells an organisation from another of the same name, wherever it is shown. */
import type { Organisation } from '../../record/organisation.js';

/** The scheme whose number tells schools apart best. */
const URN = 'urn';

/**
 * The name with its town, or its number where the town is not known: “St Testwin’s School, Reading (URN 999001)”.
 */
export function organisationApart({
  name,
  town,
  identifiers = [],
}: Pick<Organisation, 'name' | 'town' | 'identifiers'>): string {
  const place = town === undefined ? name : `${name}, ${town}`;
  const shown = identifiers.find(({ scheme }) => scheme === URN) ?? identifiers[0];
  if (!shown) return place;
  return shown.scheme === URN ? `${place} (URN ${shown.value})` : `${place} (${shown.value})`;
}
