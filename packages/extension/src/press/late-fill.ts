/** The filling of forms, assembled for this page of ours at its first use. */
import { createHighlighter } from '../page/highlight.js';
import type { FillService } from '../ports/fill-service.js';
import { createPageFill } from './page-fill.js';
import { type PageFillServiceOptions, pageFillService } from './page-fill-service.js';
import { quietScripting } from './quiet-scripting.js';

let made: FillService | undefined;

/** One per page of ours: only this one can take back what it typed. */
export function lateFill(
  options: Omit<PageFillServiceOptions, 'filler' | 'highlighter'>,
): FillService {
  made ??= pageFillService({
    ...options,
    filler: createPageFill(quietScripting(chrome.runtime.getURL('quiet.html'))),
    highlighter: createHighlighter(chrome.scripting),
  });
  return made;
}
