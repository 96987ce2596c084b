/** Text as a reading: a selection, a paste, or a note typed during a call, so that all end in the same draft. */
import type { LabelledValue, Reading } from '../../page/reading.js';
import { factOfLabel } from '../name/fact-of-label.js';
import { EARLIER, LineReader, NOTE, type ReadLines } from './line-reader.js';
import { referralAmong, threadIn } from './message.js';

export interface TextSource {
  readonly title: string;
  /** The page that a selection was made on. */
  readonly url?: string;
  /** For a selection: the element around it, and the headings over it, outermost first. */
  readonly at?: { readonly frame: readonly number[]; readonly selector: string };
  readonly owner?: readonly string[];
}

/** Longest text read; the rest is cut off, with an issue. */
const MAX_LENGTH = 1_000_000;
/**
 * Reads `Label: value` lines. Lines after a label, up to an empty one, belong to its value. Anything without a label is
 * offered as prose, so that no word of the text is lost. A message that another one quotes is offered whole: its labels
 * may be another person's.
 */
export function readingOfText(text: string, source: TextSource): Reading {
  const { title, url = '', at: place = NOWHERE } = source;
  const lines = text.slice(0, MAX_LENGTH).split(/\r\n|[\n\r]/);
  const { messages, parts, lines: bare } = threadIn(lines);
  const referral = referralAmong(messages);
  const reader = new LineReader(source.owner ?? []);
  for (const { message, start, body, end } of parts) {
    reader.begin(messages[message]?.from);
    if (message > referral) reader.quote(lines.slice(start, end));
    else {
      reader.introduce(bare.slice(start, body));
      reader.read(bare.slice(body, end));
    }
  }
  const { found, headings } = reader;
  const values = found.flatMap((each, nth) => labelled(each, nth, place));
  return {
    url,
    title,
    headings,
    values,
    unread: [],
    nodeCount: lines.length,
    issues: [
      ...(text.length > MAX_LENGTH
        ? [
            {
              code: 'text-cut-off',
              message: 'The text is too long and its end was left out. Paste it in parts.',
              severity: 'warning' as const,
            },
          ]
        : []),
      ...(values.length === 0
        ? [
            {
              code: 'nothing-found',
              message: 'There is no text here. Select or paste the text that you want.',
              severity: 'warning' as const,
            },
          ]
        : []),
    ],
  };
}

/** Place of pasted text, which is on no page. */
const NOWHERE = { frame: [], selector: '' };

function labelled(
  { label, owner, lines, row }: ReadLines,
  nth: number,
  place: NonNullable<TextSource['at']>,
): readonly LabelledValue[] {
  const verbatim = lines.join('\n').trim();
  if (verbatim === '') return [];
  const isProse = label === NOTE || label === EARLIER || factOfLabel(label) === undefined;
  return [
    {
      id: `t-${nth}`,
      label,
      value: verbatim,
      kind: isProse && verbatim.length > 80 ? 'prose' : 'text',
      owner,
      place: { ...place, verbatim },
      visible: true,
      method: 'text-run',
      score: label === NOTE || label === EARLIER ? 0.1 : 0.6,
      runnersUp: [],
      ...(row ? { row } : {}),
    },
  ];
}
