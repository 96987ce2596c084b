import type { Draft } from '@cyber-prevent/core';

/** True if pressed again on a page of the draft: a second look, not another page. */
export function isSamePage(open: Draft, read: Draft): boolean {
  const [page] = read.origins;
  return (
    page !== undefined &&
    page.way !== 'paste' &&
    page.way !== 'typed' &&
    page.way !== 'file' &&
    open.origins.some(({ url, way }) => url === page.url && way === page.way)
  );
}
