/** A row of the list of hosts, as a force or a pack writes it. */
import * as v from 'valibot';
import type { HostClass } from '../draft.js';

const CLASSES = ['force', 'partner', 'open-source', 'never'] as const satisfies HostClass[];

const SHORTEST_WORD = 3;
/** A part of a host name. One or two letters are in too many addresses. */
const HostWord = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/, 'Use a part of a host name'),
  v.minLength(
    SHORTEST_WORD,
    ({ input }) =>
      `“${input}” is too short: it is in too many addresses. Use a word of ${SHORTEST_WORD} letters or more`,
  ),
);
/** A host, or a part of its pages: `gateway.example.police.uk/pnd`. */
const HostOrPart = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.regex(
    /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?(\/[\w.~-]{1,100}){0,5}$/,
    'Use a host, or a host and up to five parts of its pages, like gateway.example.org/records',
  ),
  // A row takes in every host below its own: “uk” would be nearly all there are. An intranet host of one word is a
  // force’s own without a row, and can be named among the words.
  v.check(
    (domain) => domain.split('/')[0]?.includes('.') === true,
    ({ input }) =>
      `“${input}” is not a whole host name: every host that ends in it would count. Write the host in full, like records.example.org`,
  ),
);

export const HostClassRow = v.object({
  class: v.picklist(CLASSES, `Use one of ${CLASSES.join(', ')}`),
  /** The domain itself and everything below it; for `host.example/part` only that part of its pages. */
  domains: v.exactOptional(v.pipe(v.array(HostOrPart), v.readonly())),
  /**
   * Words between the dots and hyphens of a host name, for systems whose addresses are not public, alone or joined with
   * a number or a word of the list's `joined`. Those of *never* are looked for among the parts of a path too.
   */
  words: v.exactOptional(v.pipe(v.array(HostWord), v.readonly())),
});
export type HostClassRow = v.InferOutput<typeof HostClassRow>;
