/** Source of a pasted text, as the text itself says it: the sender of an email, from its own header. */
import { headerPart } from './header-label.js';

/** Lines in which a header is looked for. One further down is of a message that is quoted. */
const HEADER_LINES = 12;
const LINE = /^\s*([\p{L} -]{2,20}):\s*(\S.*)$/u;
const ADDRESS = /[^\s<>()[\];,]+@[^\s<>()[\];,]+/;
const LONGEST = 120;

/**
 * Source of a pasted text, from the header that it begins with.
 *
 * @returns “Email from …”; undefined if the text does not begin as a message does: one label alone may be a period's
 */
export function sourceOfText(text: string): string | undefined {
  const header = text.split('\n', HEADER_LINES).flatMap((line) => {
    const [, label = '', said = ''] = LINE.exec(line) ?? [];
    return label === '' ? [] : [{ part: headerPart(label), said: said.trim() }];
  });
  const from = header.find(({ part }) => part === 'from');
  if (!from || !header.some(({ part }) => part !== undefined && part !== 'from')) return undefined;
  const sender = ADDRESS.exec(from.said)?.[0] ?? from.said;
  return sender.length > LONGEST ? undefined : `Email from ${sender}`;
}
