/** Pages in the shape of a tracker’s: attributes in pairs, a hidden form below them, notes with only a legend. */
import { type PlainPage, servesPages } from './plain-page.ts';
import { ISSUES } from './systems/redmine/seed.ts';

type Issue = (typeof ISSUES)[keyof typeof ISSUES];

const DATES = new Set(['Date of birth', 'Date received', 'Contact date']);
const FIELDS = [
  'Surname',
  'Forenames',
  'Date of birth',
  'Home phone',
  'Work mobile',
  'Email address',
  'Our reference',
  'Date received',
  'Contact date',
  'Contact minutes',
];

export function servesTracker(): Promise<PlainPage> {
  return servesPages((path) => {
    const [, key = '', part] = path.split('/');
    const issue = ISSUES[key as keyof typeof ISSUES];
    if (!issue) return undefined;
    return { body: page(issue, part === 'edit' ? form(issue, true) : shown(issue)) };
  });
}

function page(issue: Issue, body: string): string {
  return `<!doctype html><html lang="en-GB"><title>${issue.subject} - Tracker</title>
    <header><form action="/search"><label for="q">Search:</label><input id="q" name="q"></form></header>
    <main><h2>Prevent referral</h2>${body}</main></html>`;
}

function valueIn(issue: Issue, name: string): string {
  return (issue.fields as Readonly<Record<string, string>>)[name] ?? '';
}

/** The month first: the stored 2008-05-09 is shown as 05/09/2008. */
function monthFirst(day: string): string {
  return day.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$2/$3/$1');
}

function shown(issue: Issue): string {
  const pair = (label: string, value: string): string =>
    `<div class="attribute"><div class="label">${label}:</div><div class="value">${value}</div></div>`;
  const fields = FIELDS.map((name) =>
    pair(name, DATES.has(name) ? monthFirst(valueIn(issue, name)) : valueIn(issue, name)),
  );
  return `<h3>${issue.subject}</h3>
    <div class="attributes">${pair('Status', 'New')}${pair('Start date', monthFirst(issue.madeAt))}${fields.join('')}</div>
    <div><p><strong>Description</strong></p><div><p>${issue.description}</p></div></div>
    <div style="display:none">${form(issue, false)}</div>`;
}

function form(issue: Issue, isOpen: boolean): string {
  const box = (name: string, at: number): string => {
    const type = DATES.has(name) ? 'date' : 'text';
    return `<p><label for="field-${at}"><span>${name}</span></label>
      <input type="${type}" id="field-${at}" name="fields[${at}]" value="${valueIn(issue, name)}"></p>`;
  };
  return `<h3>Edit</h3><form method="post" action="/save">
    <fieldset><legend>Change properties</legend>
      <p><label for="subject">Subject</label><input id="subject" name="subject" value="${issue.subject}"></p>
      <p><label for="description">Description</label><a href="#">Edit</a>
        <span style="display:none"><textarea id="description" name="description">${issue.description}</textarea></span></p>
      ${FIELDS.map(box).join('')}
    </fieldset>
    <fieldset><legend>Notes</legend><div><textarea name="notes" rows="10"></textarea></div>
      <label><input type="checkbox" name="private"> Private notes</label></fieldset>
    <input type="submit" value="${isOpen ? 'Submit' : 'Save'}"></form>`;
}
