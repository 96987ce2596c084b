/**
 * Pages in the shape of a directory’s: linked names with notes in small letters, and each box in its own table below.
 */
import { type PlainPage, servesPages } from './plain-page.ts';
import { PEOPLE, SHOWN_AS } from './systems/phpldapadmin/seed.ts';

type About = Readonly<Record<string, string | readonly string[]>>;

/** Attributes of the directory without a label of this site: most of them ask for nothing that an officer has. */
const OTHERS = ['audio', 'carLicense', 'departmentNumber', 'displayName', 'employeeType'];
const ADDRESSES = ['homePostalAddress', 'postalAddress', 'registeredAddress'];
const LONG = new Set(['description', ...ADDRESSES]);

/** An entry at its key, and the form for a new one at `new`. */
export function servesDirectory(): Promise<PlainPage> {
  return servesPages((path) => {
    const key = path.slice(1);
    const person = PEOPLE[key as keyof typeof PEOPLE];
    if (person) return { body: page(`cn=${person.about.cn}`, entry(person.about)) };
    return key === 'new' ? { body: page('Create object', empty()) } : undefined;
  });
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>Directory - ${title}</title><table><tr><td>
    <h3>${title}</h3><form method="post" action="/save"><table>${body}
    <tr><td colspan="2"><input type="submit" value="Save"></td></tr></table></form></td></tr></table></html>`;
}

function entry(about: About): string {
  return namesIn(Object.keys(about))
    .map((name) => rows(name, [about[name] ?? ''].flat()))
    .join('');
}

function empty(): string {
  const rest = namesIn([...Object.keys(SHOWN_AS), ...OTHERS, ...ADDRESSES]);
  const must: readonly string[] = rest.filter((name) => name === 'cn' || name === 'sn');
  const may = rest.filter((name) => !must.includes(name));
  const password = `<tr><td class="title"><a href="#schema">userPassword</a></td><td class="note"></td></tr>
    <tr><td colspan="2"><table><tr><td></td><td><input type="password" name="userPassword"></td></tr></table></td></tr>`;
  const heading = (words: string): string =>
    `<tr><th colspan="2" style="text-align: center">${words}</th></tr>`;
  return `${heading('Required Attributes')}${must.map((name) => rows(name, [''])).join('')}
    ${heading('Optional Attributes')}${may.map((name) => rows(name, [''])).join('')}${password}`;
}

/** Sorted by their labels. */
function namesIn(names: readonly string[]): readonly string[] {
  const key = (name: string): string => (SHOWN_AS[name] ?? name).toLowerCase();
  return names.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The name with its note, and below it a table with the boxes of its values. */
function rows(name: string, values: readonly string[]): string {
  const words = SHOWN_AS[name];
  const note = words ? `<sup><small><acronym title="Of ${name}">alias</acronym></small></sup>` : '';
  const box = (value: string, at: number): string => {
    const names = `name="values[${name}][${at}]"`;
    const shown = LONG.has(name)
      ? `<textarea ${names} rows="5">${value}</textarea>`
      : `<input type="text" ${names} value="${value}">`;
    return `<tr><td class="icon"></td><td>${shown}</td><td></td></tr>`;
  };
  return `<tr><td class="title"><a href="#schema">${words ?? name}</a></td><td class="note">${note}</td></tr>
    <tr><td colspan="2"><table>${values.map(box).join('')}</table></td></tr>`;
}
