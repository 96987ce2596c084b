/** The notes that a paper has of itself: that it is an extract, and what it leaves out. */
import type { Paragraph, RootContent } from 'mdast';
import { type CodeLists, codeLabel } from '../codes/code-list.js';
import { type LeftOutOnPaper, leftOutLines } from './left-out.js';

/** The same note for any content: it reveals nothing withheld. */
export function extractNote(audience: string, lists: CodeLists): Paragraph {
  const who = codeLabel(lists, 'export-destination', audience);
  const value = `Written for: ${who}. It does not contain everything that is on record.`;
  return paragraph(value);
}

/** One paragraph of one text. */
export function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** For those who work with the whole record: what else they can ask for. */
export function leftOutNote({ named, isMore }: LeftOutOnPaper): readonly RootContent[] {
  const more = isMore ? [paragraph('More is on record than this document names.')] : [];
  if (named.length === 0) return more;
  return [
    paragraph('On record, and not in this document:'),
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: leftOutLines(named).map((line) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph(line)],
      })),
    },
    ...more,
  ];
}
