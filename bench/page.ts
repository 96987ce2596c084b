/**
 * Record pages of any size, made the same way each time, and a server for them on loopback. The mix is typical of
 * record systems: a layout table, a definition list, a summary list, an edit form, a table of contacts, notes in prose.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Markup with its number of elements and text nodes. */
interface Piece {
  readonly html: string;
  readonly nodes: number;
}

type Section = (number: number) => Piece;

/** A page with as many elements and text nodes, counted on the live page, as `nodes`, to within two. */
export function recordPage(nodes: number): string {
  // html, head, meta, title and its text, body, h1 and its text.
  let count = 8;
  const body: string[] = [];
  const room = (): number => nodes - count;
  for (let number = 0; ; number += 1) {
    const section = SECTIONS[number % SECTIONS.length]?.(number);
    if (!section || section.nodes > room()) break;
    body.push(section.html);
    count += section.nodes;
  }
  // Short notes fill the room that is too small for another section.
  for (let line = 0; room() >= 2; line += 1) {
    const note = tag('p', '', `${day(line)}: no reply to the message left with the school.`);
    body.push(note.html);
    count += note.nodes;
  }
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Record</title></head><body><h1>Record of a referral</h1>${body.join('')}</body></html>`;
}

export interface PageServer {
  urlOf(nodes: number): string;
  stop(): Promise<void>;
}

/** Serves `/500`, `/5000` …, each made once. */
export async function servePages(): Promise<PageServer> {
  const made = new Map<number, string>();
  const server = createServer((request, response) => {
    const nodes = Number(/^\/(\d+)$/.exec(request.url ?? '')?.[1]);
    if (!nodes) {
      response.writeHead(404).end();
      return;
    }
    const html = made.get(nodes) ?? recordPage(nodes);
    made.set(nodes, html);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (nodes) => `http://127.0.0.1:${port}/${nodes}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const FORENAMES = ['Ottoline', 'Barnaby', 'Imogen', 'Casimir', 'Delphine', 'Evander', 'Rosalind'];
const SURNAMES = ['Brackwater', 'Thistlemoor', 'Vale-Okoro', 'Pennyfeather', 'Quillon', 'Marsh'];
const SCHOOLS = ['Brackenfield Academy', 'Lower Wending School', 'Marlow Edge College'];

const of = (list: readonly string[], number: number): string => list[number % list.length] ?? '';
const person = (number: number): string =>
  `${of(FORENAMES, number)} ${of(SURNAMES, number * 5 + 1)}`;
const two = (number: number): string => String(number).padStart(2, '0');
const day = (number: number): string =>
  `${two((number % 28) + 1)}/${two((number % 12) + 1)}/${2024 + (number % 3)}`;
const birthDay = (number: number): string => `${(number % 28) + 1} March ${2008 + (number % 6)}`;
/** A number in the ranges that Ofcom reserves for drama. */
const phone = (number: number): string => `07700 900${String(number % 1000).padStart(3, '0')}`;
const email = (number: number): string => `person${number}@example.org`;
const handle = (number: number): string => `null_ferret_${number}`;

/** Facts about one person or one referral, as pairs of label and value. */
const facts = (number: number): readonly (readonly [string, string])[] => [
  ['Full name', person(number)],
  ['Date of birth', birthDay(number)],
  ['Home address', `${number + 1} Fictional Row, Wending, ZZ99 ${number % 10}ZZ`],
  ['Mobile number', phone(number)],
  ['Email address', email(number)],
  ['School', of(SCHOOLS, number)],
  ['Username', handle(number)],
];

const layoutTable: Section = (number) =>
  block(
    number === 0 ? 'Subject' : `Linked person ${number}`,
    tag(
      'table',
      ' border="0" cellpadding="2"',
      tag(
        'tbody',
        '',
        ...facts(number).map(([label, value]) =>
          tag(
            'tr',
            '',
            tag('td', ' class="lbl"', tag('b', '', `${label}:`)),
            tag('td', '', tag('font', ' size="2"', value)),
          ),
        ),
      ),
    ),
  );

const definitions: Section = (number) =>
  block(
    number === 1 ? 'Referral' : `Earlier referral ${number}`,
    tag(
      'dl',
      '',
      ...[
        ['Referral reference', `CC-2026-${String(number).padStart(5, '0')}`],
        ['Date received', day(number)],
        ['Referred by', person(number + 3)],
        ['Reason for referral', 'Signed in to the school network as another pupil.'],
        ['Priority', number % 2 ? 'Routine' : 'Urgent'],
      ].flatMap(([label = '', value = '']) => [tag('dt', '', label), tag('dd', '', value)]),
    ),
  );

const summaryList: Section = (number) =>
  block(
    number === 2 ? 'Referring officer' : `Parent or carer ${number}`,
    tag(
      'dl',
      ' class="govuk-summary-list"',
      ...facts(number + 11)
        .slice(0, 5)
        .map(([label, value]) =>
          tag(
            'div',
            ' class="govuk-summary-list__row"',
            tag('dt', ' class="govuk-summary-list__key"', label),
            tag('dd', ' class="govuk-summary-list__value"', value),
            tag(
              'dd',
              ' class="govuk-summary-list__actions"',
              tag('a', ' class="govuk-link" href="#"', 'Change'),
            ),
          ),
        ),
    ),
  );

const form: Section = (number) =>
  block(
    `Online accounts ${number}`,
    tag(
      'form',
      ' method="post"',
      ...facts(number + 23).flatMap(([label, value], index) => {
        const id = `f${number}-${index}`;
        return [
          tag('label', ` for="${id}"`, label),
          tag('input', ` id="${id}" name="${id}" value="${value}"`),
        ];
      }),
      tag('label', ` for="s${number}"`, 'Platform'),
      tag(
        'select',
        ` id="s${number}"`,
        ...['Discord', 'Roblox', 'GitHub', 'Steam'].map((name, index) =>
          tag('option', index === number % 4 ? ' selected' : '', name),
        ),
      ),
      tag('label', ` for="t${number}"`, 'Notes'),
      tag('textarea', ` id="t${number}" rows="3"`, `Uses ${handle(number)} for games.`),
    ),
  );

const contacts: Section = (number) =>
  block(
    `Contact log ${number}`,
    tag(
      'table',
      ' class="data"',
      tag(
        'thead',
        '',
        tag('tr', '', ...['Date', 'Who', 'How', 'Outcome'].map((name) => tag('th', '', name))),
      ),
      tag(
        'tbody',
        '',
        ...Array.from({ length: 6 }, (_, row) =>
          tag(
            'tr',
            '',
            tag('td', '', day(number + row)),
            tag('td', '', person(number + row)),
            tag('td', '', row % 2 ? 'Telephone' : 'Visit'),
            tag('td', '', 'Will think about the workshop.'),
          ),
        ),
      ),
    ),
  );

const prose: Section = (number) =>
  block(
    `Narrative ${number}`,
    ...Array.from({ length: 4 }, (_, line) =>
      tag(
        'p',
        '',
        `${person(number + line)} said that the account ${handle(number + line)} had been used on ${day(number + line)} by a friend, and that no harm was meant. `,
        tag('em', '', 'The school was told the same day.'),
      ),
    ),
  );

const SECTIONS: readonly Section[] = [layoutTable, definitions, summaryList, form, contacts, prose];

function block(heading: string, ...children: readonly Piece[]): Piece {
  return tag('section', '', tag('h2', '', heading), '\n', ...children, '\n');
}

function tag(name: string, attributes: string, ...children: readonly (Piece | string)[]): Piece {
  let nodes = 1;
  let html = `<${name}${attributes}>`;
  for (const child of children) {
    nodes += typeof child === 'string' ? 1 : child.nodes;
    html += typeof child === 'string' ? child : child.html;
  }
  // An input has no end tag.
  return { html: name === 'input' ? html : `${html}</${name}>`, nodes };
}
