/** Requests of a view about definition packs: the arguments, and the reply. */
import * as v from 'valibot';
import {
  LONGEST_PACK_TEXT,
  type PackPreview,
  type PacksRead,
  type RulesInForce,
} from '../packs.js';
import { resultOf, ShortText, shape, verb } from './shapes.js';

const PackText = v.pipe(v.string(), v.maxLength(LONGEST_PACK_TEXT));
const Pin = v.optional(
  v.strictObject({ rank: v.picklist(['officer', 'region', 'force', 'national']) }),
);
const Name = v.pipe(v.string(), v.maxLength(200));
const Done = resultOf(v.literal(true));

export const PACK_VERBS = {
  /** All that is in force by packs and by what ships, with every pack and issuer that is held. */
  'packs-held': verb(
    v.strictTuple([]),
    shape<PacksRead>('today', 'inForce', 'recalled', 'packs', 'issuers'),
  ),
  /** What the pack would change. Keeps nothing. The second argument pins its key as the officer is about to. */
  'pack-preview': verb(
    v.strictTuple([PackText, Pin]),
    resultOf(shape<PackPreview>('shown', 'changes', 'counts')),
  ),
  /** Takes in the pack as its preview showed it; refused if anything has changed since. */
  'pack-take': verb(v.strictTuple([PackText, Pin, Name]), Done),
  /** Ends the pack here from today; what was recorded with it keeps its words. */
  'pack-set-aside': verb(v.strictTuple([Name, ShortText]), Done),
  /** Undoes that on the same day. */
  'pack-put-back': verb(v.strictTuple([Name]), Done),
  /** Trusts a key that the officer pinned no longer, from today. */
  'pack-distrust': verb(v.strictTuple([Name]), Done),
  /** The code lists and the settings in force with the packs; undefined if there are none, so that what ships is. */
  'rules-in-force': verb(v.strictTuple([]), v.optional(shape<RulesInForce>('lists', 'rules'))),
} as const;
