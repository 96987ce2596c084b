/** Issues in this plugin's form, and safe quotes of the file's texts in them. */
import type { Issue } from '@cyber-prevent/core/plugin';

export function issueOf(
  code: string,
  message: string,
  at: string,
  severity: Issue['severity'] = 'warning',
): Issue {
  return { code, severity, message, at };
}

const LONGEST = 60;
/** Control characters, and marks that are invisible or reverse the direction of text. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text of the file, shortened and without invisible characters: it may have been written to mislead. */
export function shown(text: string): string {
  const seen = text.slice(0, LONGEST * 4).replace(UNSEEN, '\uFFFD');
  const letters = [...seen];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : seen;
}

/** Names in a sentence: the first of them, and the number of the rest. */
export function listed(names: readonly string[], most = 12): string {
  const first = names.slice(0, most).map((name) => `“${shown(name)}”`);
  const more = names.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
}
