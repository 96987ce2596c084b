/** A table of postcodes of Wendingshire, which is nowhere: real codes stand for its force and councils. */
import type { GivenPostcodeTable } from '../casework/area/postcode-table.js';
import type { PlainDate } from '../shared/primitives.js';

const day = (date: string) => date as PlainDate;

/** Surrey and Medway under two forces; SO99 8AB moved from Hampshire to Southampton, SO99 8AD has ended. */
export const POSTCODE_TABLE: GivenPostcodeTable = {
  id: 'wendingshire-postcodes',
  title: 'Wendingshire postcodes',
  version: '1.0.0',
  standing: 'proposed',
  checkedOn: day('2026-11-20'),
  issuer: 'Wendingshire cyber unit',
  value: {
    areas: [
      { forceArea: '45', localAuthority: 'E10000030', postcodes: ['GU99 1 AA AB', 'GU99 2BABBBD'] },
      { forceArea: '46', localAuthority: 'E06000035', postcodes: ['ME99 1AA'] },
      {
        forceArea: '44',
        localAuthority: 'E10000014',
        to: day('2026-03-31'),
        postcodes: ['SO99 8ABAD'],
      },
      {
        forceArea: '44',
        localAuthority: 'E06000045',
        from: day('2026-04-01'),
        postcodes: ['SO99 8AB'],
      },
      { forceArea: '10', postcodes: ['TD15 1AA'] },
    ],
  },
};
