/** Names of entries in a directory of accounts: `cn=Morgan Vael,ou=Year 10,dc=school,dc=example`. */

const KEYS: ReadonlySet<string> = new Set(
  'c cn commonname dc e emailaddress givenname gn l mail o ou postalcode s serialnumber sn st street surname t title uid userid'.split(
    ' ',
  ),
);
/** Keys that make a single part such a name. */
const ALONE: ReadonlySet<string> = new Set(['cn', 'dc', 'ou', 'uid']);
/** A comma, semicolon or plus that no backslash makes part of a name. */
const SEPARATOR = /(?<!\\)[,;]/;
const PLUS = /(?<!\\)\+/;
/** `jdoe` or `j.doe`: an account, and nobody's name. */
const LOGIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

interface Part {
  readonly key: string;
  readonly value: string;
}

export function isDirectoryName(text: string): boolean {
  return partsOf(text) !== undefined;
}

/**
 * The name of the person whose entry it is: the `cn` of its first part, since that of a later one is a group’s.
 * Undefined for an entry of anything else, and for one with only the name of an account.
 */
export function personInDirectory(text: string): string | undefined {
  const [own = []] = partsOf(text) ?? [];
  const name = own.find(({ key }) => key === 'cn' || key === 'commonname')?.value ?? '';
  return /\p{L}/u.test(name) && !LOGIN.test(name) ? name : undefined;
}

/** The parts from the entry outwards, each of one key or more; undefined if the text is no such name. */
function partsOf(text: string): readonly (readonly Part[])[] | undefined {
  if (!text.includes('=')) return undefined;
  const parts: Part[][] = [];
  for (const piece of text.trim().split(SEPARATOR)) {
    const own = piece.split(PLUS).map(partOf);
    if (!own.every((part) => part !== undefined)) return undefined;
    parts.push(own);
  }
  const [first] = parts;
  return parts.length > 1 || first?.some(({ key }) => ALONE.has(key)) ? parts : undefined;
}

function partOf(text: string): Part | undefined {
  const at = text.indexOf('=');
  const key = text.slice(0, at).trim().toLowerCase();
  if (at < 1 || !KEYS.has(key)) return undefined;
  return { key, value: unescaped(text.slice(at + 1).trim()) };
}

/** Escapes are of a character, or of the bytes of one. */
function unescaped(text: string): string {
  return text
    .replace(/(?:\\[0-9a-f]{2})+/gi, (bytes) => {
      try {
        return decodeURIComponent(bytes.replaceAll('\\', '%'));
      } catch {
        return bytes;
      }
    })
    .replace(/\\(.)/g, '$1');
}
