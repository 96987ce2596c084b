// The page of each address, and the effect of a posted form.
import { readContact } from './contact.ts';
import { readForm, toForm, typedOver } from './form.ts';
import { type Html, html } from './html.ts';
import { frameset, headerFrame, menuFrame } from './looks/legacy-frame.ts';
import type { Look, LookId } from './looks/look.ts';
import { LOOKS } from './looks/looks.ts';
import { ODD_PAGES } from './odd.ts';
import { notice, page } from './page.ts';
import type { PracticeRecord } from './record.ts';
import type { PracticeStore } from './store.ts';

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  /** The posted form; `undefined` if the page was only requested. */
  readonly form: URLSearchParams | undefined;
}

export interface Reply {
  readonly status: number;
  readonly body: Html;
  readonly location?: string;
}

export interface RouteContext {
  readonly store: PracticeStore;
  readonly otherOrigin: string;
}

const RECORD_PATH =
  /^\/(?<look>legacy|lists|summary)(?<content>\/content)?\/(?:records\/(?<id>[\w-]+)(?:\/(?<page>edit|contact))?)?$/;

const found = (body: Html): Reply => ({ status: 200, body });

const NOT_FOUND: Reply = { status: 404, body: notice('Page not found', 'There is nothing here.') };

const NOT_POSTED: Reply = {
  status: 405,
  body: notice('Nothing was kept', 'This page takes no form. What was sent has not been read.'),
};

export function answer(asked: Asked, context: RouteContext): Reply {
  const { path, query, form } = asked;
  const record = RECORD_PATH.exec(path)?.groups;
  if (record) return answerRecord(asked, record, context);
  if (form) return NOT_POSTED;
  if (path === '/') return found(index());
  if (path === '/legacy/header') return found(headerFrame());
  if (path === '/legacy/menu') return found(menuFrame());
  if (/^\/(legacy|lists|summary|legacy\/content)$/.test(path)) return moved(`${path}/`);
  if (path.startsWith('/odd/')) return answerOdd(path.slice('/odd/'.length), query, context);
  return NOT_FOUND;
}

function answerRecord(
  asked: Asked,
  { look: lookId, content, id, page: part }: Partial<Record<string, string>>,
  { store }: RouteContext,
): Reply {
  const { path, query, form } = asked;
  const look = LOOKS[lookId as LookId];
  if (content && look.id !== 'legacy') return NOT_FOUND;
  const base = `/${look.id}${content ?? ''}`;
  const record = id === undefined ? undefined : store.find(id);
  if (id !== undefined && !record) return NOT_FOUND;
  if (form && !part) return NOT_POSTED;

  // Only a reference that this system gave is shown: anyone may have typed the address.
  const given = query.get('saved') ?? '';
  const saved = id !== undefined && store.hasSaved(id, given) ? given : undefined;
  if (look.id === 'legacy' && !content && !form) {
    const contentPath = path.replace('/legacy/', '/legacy/content/');
    const kept = id === undefined ? undefined : keptIn(store, id, query);
    const shown = saved ? `?saved=${saved}` : kept ? `?kept=${kept.reference}` : '';
    return found(frameset(`${contentPath}${shown}`));
  }

  if (!record) return found(listOf(look, base, store));
  const viewPath = `${base}/records/${record.id}`;
  const editPath = `${viewPath}/edit`;
  const contactPath = `${viewPath}/contact`;
  if (part === 'contact')
    return answerContact(asked, { look, record, contactPath, viewPath, store });
  if (!part) {
    const options = { editPath, contactPath, listPath: `${base}/`, ...(saved && { saved }) };
    return found(look.view(look.sections(record), options));
  }

  const held = toForm(record, look.typedDates);
  if (!form) {
    return found(look.edit({ record, form: held, errors: new Map(), editPath, viewPath }));
  }
  const result = readForm(form, record);
  if (result.ok) return moved(`${viewPath}?saved=${store.save(result.record)}`);
  const shown = typedOver(held, form);
  return {
    status: 422,
    body: look.edit({ record, form: shown, errors: result.errors, editPath, viewPath }),
  };
}

interface ContactPage {
  readonly look: Look;
  readonly record: PracticeRecord;
  readonly contactPath: string;
  readonly viewPath: string;
  readonly store: PracticeStore;
}

function answerContact(
  { query, form }: Asked,
  { look, record, contactPath, viewPath, store }: ContactPage,
): Reply {
  const asked = { record, errors: new Map(), contactPath, viewPath };
  if (!form) {
    const kept = keptIn(store, record.id, query);
    return found(look.contact({ ...asked, form: new URLSearchParams(), ...(kept && { kept }) }));
  }
  const result = readContact(form);
  if (result.ok) return moved(`${contactPath}?kept=${store.addContact(record.id, result.contact)}`);
  return { status: 422, body: look.contact({ ...asked, form, errors: result.errors }) };
}

/** The entry of the contact log named by the address, if this system gave that number. */
function keptIn(store: PracticeStore, id: string, query: URLSearchParams) {
  return store.contacts(id).find(({ reference }) => reference === query.get('kept'));
}

function listOf(look: Look, base: string, store: PracticeStore): Html {
  return look.list(
    store.list().map((record) => ({ record, viewPath: `${base}/records/${record.id}` })),
  );
}

function answerOdd(name: string, query: URLSearchParams, { otherOrigin }: RouteContext): Reply {
  if (!Object.hasOwn(ODD_PAGES, name)) return NOT_FOUND;
  const body = ODD_PAGES[name]?.({ query, otherOrigin });
  if (body) return found(body);
  const message =
    'Only the other origin that this system was started with can be shown in a frame.';
  return { status: 400, body: notice('That page cannot be shown', message) };
}

function moved(location: string): Reply {
  return { status: 303, location, body: notice('Moved', 'The page is at another address.') };
}

function index(): Html {
  const looks: readonly (readonly [LookId, string])[] = [
    ['legacy', 'Framesets and nested layout tables'],
    ['lists', 'Definition lists and data tables'],
    ['summary', 'Summary lists in cards'],
  ];
  const link = (path: string, text: string) => html`<li><a href="${path}">${text}</a></li>\n`;
  return page(html`<main>
<h1>Practice record system</h1>
<p>The same fictional referrals, in three looks. What you change is kept until the system stops.</p>
<h2>Looks</h2>
<ul>${looks.map(([id, text]) => link(`/${id}/`, text))}</ul>
<h2>Difficult pages</h2>
<ul>${Object.keys(ODD_PAGES).map((name) => link(`/odd/${name}`, name))}</ul>
</main>`);
}
