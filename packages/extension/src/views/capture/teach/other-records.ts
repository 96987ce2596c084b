/** Copies of other records that the officer has opened: a taught adapter is proved on those of the same screen. */
import type { CaptureOrigin, Draft, RecordId } from '@cyber-prevent/core';
import { DRAFT_KEY, formKey } from '../../../app/work-keys.js';
import type { Services } from '../../../ports/services.js';
import { copyOf } from '../review/page-copies.js';

/** Most copies: each is read again. */
const MOST = 3;

/**
 * The latest copies in the drafts, open or set aside; none of the page that is taught, and none with a value that the
 * officer masked.
 */
export async function otherRecords(
  services: Pick<Services, 'work' | 'capture'>,
  taught: RecordId,
): Promise<readonly string[]> {
  const keys = (await services.work.keys()).filter((key) => formKey(key) === DRAFT_KEY);
  const held = await Promise.all(keys.map((key) => services.work.load(key)));
  const drafts = held.flatMap((each) => (each?.value as Draft | null | undefined) ?? []);
  const own = drafts.flatMap(({ origins }) => origins).find(({ id }) => id === taught);
  const others = drafts
    .flatMap((draft) => draft.origins.filter((origin) => isShown(origin, draft)))
    .filter(({ id, url }) => id !== taught && url !== own?.url)
    .toSorted((a, b) => b.capturedAt.localeCompare(a.capturedAt));
  const latest = others.filter(
    ({ url }, nth) => others.findIndex((each) => each.url === url) === nth,
  );
  const copies = await Promise.all(latest.slice(0, MOST).map(({ id }) => copyOf(services, id)));
  return copies.flatMap((copy) => copy ?? []);
}

function isShown({ id, way }: CaptureOrigin, { rows }: Draft): boolean {
  const isPage = way === 'page' || way === 'saved-page';
  return (
    isPage &&
    rows.every(
      ({ decision, origin, alsoAt = [] }) =>
        decision.kind !== 'mask' ||
        (origin !== id && alsoAt.every((sighting) => sighting.origin !== id)),
    )
  );
}
