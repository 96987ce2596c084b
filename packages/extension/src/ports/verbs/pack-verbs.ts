/** Requests of a view about definition packs: the arguments, and the reply. */
import type { AreaFromTable } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { PackPreview, PacksRead, RulesInForce } from '../packs.js';
import { resultOf, ShortText, shape, verb } from './shapes.js';

/** The longest text that is handed to the keeper: one more than the core reads, so that the core says it is too large. */
export const LONGEST_PACK_TEXT = 4 * 1024 * 1024 + 1;

const PackText = v.pipe(v.string(), v.maxLength(LONGEST_PACK_TEXT));
const Pin = v.optional(
  v.strictObject({
    rank: v.picklist(['officer', 'region', 'force', 'national']),
    compared: v.picklist(['same', 'not-same']),
  }),
);
const Done = resultOf(v.literal(true));

export const PACK_VERBS = {
  /** All that is in force by packs and by what ships, with every pack and issuer that is held. */
  'packs-held': verb(v.strictTuple([]), shape<PacksRead>('packs', 'issuers')),
  /** Says what the pack would change, and keeps nothing. The second argument pins its key as the officer is about to. */
  'pack-preview': verb(v.strictTuple([PackText, Pin]), resultOf(shape<PackPreview>('shown'))),
  /** Takes in the pack as its preview showed it; refused if anything has changed since. */
  'pack-take': verb(v.strictTuple([PackText, Pin, ShortText]), Done),
  /**
   * Ends a pack here from today, named by its digest; undoes that on the same day; or trusts an issuer no longer, named
   * by its key. What was recorded before keeps its words. The last argument is the reason.
   */
  'pack-change': verb(
    v.strictTuple([v.picklist(['set-aside', 'put-back', 'distrust']), ShortText, ShortText]),
    Done,
  ),
  /** The area of a postcode by the tables in force today, or a sentence that says why there is none. */
  'area-of-postcode': verb(v.strictTuple([ShortText]), resultOf(shape<AreaFromTable>('fromTable'))),
  /** The code lists and the settings in force with the packs; undefined if there are none, so that what ships is. */
  'rules-in-force': verb(v.strictTuple([]), v.optional(shape<RulesInForce>('lists'))),
} as const;
