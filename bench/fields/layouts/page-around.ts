/** The system's own page around a record: menu, search box, breadcrumbs, the signed-in user and a footer. */
import { each, esc } from './markup.ts';
import type { Random } from './random.ts';
import type { FictionalRecord } from './record.ts';

export interface Around {
  readonly record: FictionalRecord;
  /** Markup of the record. */
  readonly body: string;
  readonly style: string;
  readonly random: Random;
}

type Frame = (around: Around, parts: Parts) => string;

interface Parts {
  readonly service: string;
  readonly menu: readonly string[];
  readonly trail: readonly string[];
  readonly links: readonly string[];
}

const SERVICES = [
  'CaseLine',
  'Northmoor Referral System',
  'SafeTrack',
  'eReferrals',
  'NewByte CMS',
];

const MENUS: readonly (readonly string[])[] = [
  ['Home', 'Cases', 'People', 'Reports', 'Help'],
  ['Dashboard', 'My work', 'Referrals (12)', 'Contacts', 'Documents', 'Admin'],
  ['Start', 'Search', 'Address book', 'Calendar', 'Messages (3)'],
];

const LINKS: readonly (readonly string[])[] = [
  ['Privacy notice', 'Cookies', 'Accessibility statement', 'Contact us'],
  ['About', 'Terms', 'Status: all systems running', 'Report a problem'],
];

const BASE = `
body { margin: 0; font: 16px/1.4 Arial, sans-serif; color: #222; }
.nav ul, .crumbs ol, .foot ul { list-style: none; display: flex; gap: 16px; margin: 0; padding: 8px 16px; }
main, .content { padding: 8px 16px; display: block; }
table { border-collapse: collapse; }
td, th { padding: 4px 10px; text-align: left; vertical-align: top; }
.visually-hidden, .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
`;

const FRAMES: readonly Frame[] = [service, bootstrap, legacy, application];

/** A whole document. */
export function pageAround(around: Around): string {
  const { random, record, style } = around;
  const parts: Parts = {
    service: random.pick(SERVICES),
    menu: random.pick(MENUS),
    trail: ['Home', random.pick(['Cases', 'Referrals', 'All records']), record.reference],
    links: random.pick(LINKS),
  };
  const frame = random.pick(FRAMES);
  const title = `<title>${esc(record.reference)} - ${esc(parts.service)}</title>`;
  const head = `<head><meta charset="utf-8">${title}<style>${BASE}${style}</style></head>`;
  return `<!doctype html><html lang="en-GB">${head}<body>${frame(around, parts)}</body></html>`;
}

function service({ record, body }: Around, { service: name, menu, trail, links }: Parts): string {
  const { staff } = record;
  return `<a class="visually-hidden" href="#content">Skip to main content</a>
<header role="banner"><div class="nav"><a href="/">${name}</a><ul>${each(menu, item)}</ul></div></header>
<nav class="crumbs" aria-label="Breadcrumb"><ol>${each(trail, item)}</ol></nav>
<form role="search" action="/search"><label for="site-search">Search</label><input id="site-search" type="search" name="q"><button>Search</button></form>
<main id="content">${body}</main>
<footer class="foot" role="contentinfo"><p>Signed in as ${staff.user} <a href="/sign-out">Sign out</a></p><ul>${each(links, item)}</ul><p>Help desk: ${national(staff.helpPhone)} or <a href="mailto:${staff.helpEmail}">${staff.helpEmail}</a></p></footer>`;
}

function bootstrap({ record, body }: Around, { service: name, menu, trail, links }: Parts): string {
  const { staff } = record;
  return `<nav class="navbar navbar-expand nav"><a class="navbar-brand" href="/">${name}</a><ul class="navbar-nav">${each(menu, (text) => `<li class="nav-item"><a class="nav-link" href="/${text.length}">${text}</a></li>`)}</ul><form class="d-flex"><input class="form-control me-2" type="search" placeholder="Name or reference" aria-label="Search"><button class="btn" type="submit">Go</button></form><div class="dropdown"><button class="btn dropdown-toggle">${staff.user}</button></div></nav>
<div class="container"><ol class="breadcrumb">${each(trail, (text) => `<li class="breadcrumb-item">${esc(text)}</li>`)}</ol>${body}</div>
<footer class="foot"><ul>${each(links, item)}</ul><p class="text-muted">© 2026 ${name} v4.11.2 | Support ${national(staff.helpPhone)} | ${staff.helpEmail}</p></footer>`;
}

function legacy({ record, body }: Around, { service: name, menu, trail, links }: Parts): string {
  const { staff } = record;
  return `<table width="100%" border="0" cellspacing="0" cellpadding="4"><tr><td bgcolor="#003366"><font color="#ffffff"><b>${name}</b></font></td><td align="right" bgcolor="#003366"><font color="#ffffff">User: ${staff.user}</font></td></tr></table>
<table border="0"><tr><td valign="top" width="160">${each(menu, (text) => `<a href="menu.asp?m=${text.length}">${text}</a><br>`)}<form action="find.asp">Quick find: <input name="find" size="12"><input type="submit" value="Go"></form></td><td valign="top"><p>${trail.map((text) => `<a href="#">${esc(text)}</a>`).join(' &gt; ')}</p>${body}</td></tr></table>
<hr><center>${links.map((text) => `<a href="#">${text}</a>`).join(' | ')}<br>Problems? Ring ${national(staff.helpPhone)} or e-mail ${staff.helpEmail}</center>`;
}

function application(
  { record, body }: Around,
  { service: name, menu, trail, links }: Parts,
): string {
  const { staff } = record;
  const layout = 'display: grid; grid-template-columns: 220px 1fr; gap: 16px';
  return `<div id="root"><div class="app-bar" style="display: flex; gap: 24px"><span class="brand">${name}</span><div class="search-box"><input type="text" value="" placeholder="Search records…"></div><div class="avatar" title="${staff.user}"><span>${staff.user}</span></div></div>
<div style="${layout}"><aside class="side-bar"><ul>${each(menu, (text) => `<li><span class="icon"></span><span>${text}</span></li>`)}</ul></aside><div class="content"><div class="breadcrumbs">${trail.map((text) => `<span>${esc(text)}</span>`).join('<span>/</span>')}</div>${body}</div></div>
<div class="app-foot" style="display: flex; gap: 24px">${each(links, (text) => `<span>${text}</span>`)}<span>Service desk ${national(staff.helpPhone)}</span><span>${staff.helpEmail}</span></div></div>`;
}

function item(text: string): string {
  return `<li><a href="/go/${text.length}">${esc(text)}</a></li>`;
}

function national(phone: string): string {
  return `${phone.slice(0, 5)} ${phone.slice(5)}`;
}
