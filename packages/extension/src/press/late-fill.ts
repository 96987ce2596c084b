/** The filling of forms, put together for this page of ours when it is first asked for. */
import { createHighlighter } from '../page/highlight.js';
import type { FillService } from '../ports/fill-service.js';
import { createPageFill } from './page-fill.js';
import { type PageFillServiceOptions, pageFillService } from './page-fill-service.js';
import { quietScripting } from './quiet-scripting.js';

let made: FillService | undefined;

/** One for the page of ours: what was typed can be taken back by it alone. */
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
