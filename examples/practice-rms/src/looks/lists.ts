// The lists look: definition lists for people, data tables for the referral and for online identifiers.
import { formatDate } from '../dates.ts';
import { type Html, type HtmlPart, html } from '../html.ts';
import { page } from '../page.ts';
import { type PracticeRecord, paragraphs } from '../record.ts';
import { lineText, type Row, row, type Section } from '../shown.ts';
import { contactLists } from './lists-contact.ts';
import { editLists } from './lists-edit.ts';
import { listsStyle } from './lists-style.ts';
import type { ListedRecord, Look, ViewOptions } from './look.ts';

export const lists: Look = {
  id: 'lists',
  dates: 'short',
  typedDates: 'iso',
  sections,
  list,
  view,
  edit: editLists,
  contact: contactLists,
};

const IDENTIFIERS = 'Online identifiers';
const REFERRAL = 'Referral';

const date = (iso: string | null) => formatDate(iso, 'short');

function sections(record: PracticeRecord): Section[] {
  const { subject, referrer, parent } = record;
  return [
    {
      title: 'Person',
      rows: [
        row('Family name', subject.familyName, 'subject.familyName'),
        row('Given names', subject.givenNames, 'subject.givenNames'),
        row('Also known as', subject.aliases, 'subject.aliases[]'),
        row('Date of birth', date(subject.bornOn), 'subject.bornOn'),
        row('Sex recorded', subject.sexRecorded),
        row('Home address', subject.address, 'subject.address'),
        row('Postcode', subject.postcode, 'subject.postcode'),
        row('Place of education or work', subject.school, 'subject.school'),
        row('Phone', subject.phones, 'subject.phones[]'),
        row('Email', subject.emails, 'subject.emails[]'),
        row('Communication needs', subject.communicationNeeds),
      ],
    },
    {
      title: IDENTIFIERS,
      rows: subject.onlineIdentifiers.map(({ platform, asSeen, firstSeenOn }) => ({
        label: platform,
        lines: [
          { text: asSeen, paths: ['subject.onlineIdentifiers[].asSeen'] },
          { text: date(firstSeenOn), paths: [] },
        ],
      })),
    },
    {
      title: REFERRAL,
      rows: [
        row('Reference', record.reference, 'referral.reference'),
        row('Other references', record.otherReferences, 'referral.otherReferences[]'),
        row('Date of referral', date(record.receivedOn), 'referral.receivedOn'),
        row('Suspected offences', record.suspectedOffences, 'referral.suspectedOffences[]'),
        row('Law mentioned', record.lawMentioned, 'referral.lawMentioned[]'),
        row('Incident dates', record.incidentDates.map(date), 'referral.incidentDates[]'),
        row('Risk as stated', record.statedRisk, 'referral.statedRisk'),
        row('What is reported', paragraphs(record.narrative), 'referral.narrative'),
      ],
    },
    {
      title: 'Referrer',
      rows: [
        row('Name', referrer.name, 'referrer.name'),
        row('Organisation', referrer.organisation, 'referrer.organisation'),
        row('Role', referrer.role, 'referrer.role'),
        row('Phone', referrer.phone, 'referrer.phone'),
        row('Email', referrer.email, 'referrer.email'),
      ],
    },
    {
      title: 'Parent or guardian',
      rows: parent
        ? [
            row('Name', parent.name, 'relatedPersons[].name'),
            row('Relationship', parent.relationship),
            row('Phone', parent.phone, 'relatedPersons[].phones[]'),
            row('Email', parent.email, 'relatedPersons[].emails[]'),
          ]
        : [],
    },
  ];
}

function view(shown: readonly Section[], options: ViewOptions): Html {
  return page(
    html`<header><p>Northmoor Referral Desk</p><nav><a href="${options.listPath}">All referrals</a></nav></header>
<main>
${options.saved && html`<p class="saved" role="status">Saved. Reference ${options.saved}</p>`}
<h1>Referral record</h1>
${options.editPath && html`<p><a class="button" href="${options.editPath}">Edit this record</a></p>`}
${options.contactPath && html`<p><a href="${options.contactPath}">Add a contact</a></p>`}
${showSections(shown)}
</main>`,
    listsStyle,
  );
}

/** Also used by the odd pages, which have other sections. */
export function showSections(shown: readonly Section[]): HtmlPart {
  return shown.map(
    (section) => html`<section>\n<h2>${section.title}</h2>\n${sectionBody(section)}\n</section>\n`,
  );
}

function sectionBody({ title, rows }: Section): Html {
  if (rows.length === 0) return html`<p>None recorded.</p>`;
  if (title === IDENTIFIERS) return identifierTable(rows);
  return title === REFERRAL ? labelTable(rows) : definitionList(rows);
}

/** An empty value shows a dash, and several values are several `dd`. */
function definitionList(rows: readonly Row[]): Html {
  return html`<dl>
${rows.map(({ label, lines }) => {
  const values = lines.map((line) => html`<dd>${lineText(line)}</dd>`);
  return html`<dt>${label}</dt>${values.length > 0 ? values : html`<dd>–</dd>`}\n`;
})}</dl>`;
}

function labelTable(rows: readonly Row[]): Html {
  return html`<table>
${rows.map(({ label, lines }) => {
  const values = lines.map((line) => html`<p>${lineText(line)}</p>`);
  return html`<tr><th scope="row">${label}</th><td>${values.length > 0 ? values : '–'}</td></tr>\n`;
})}</table>`;
}

function identifierTable(rows: readonly Row[]): Html {
  return html`<table>
<thead><tr><th scope="col">Platform</th><th scope="col">Username</th><th scope="col">First seen</th></tr></thead>
<tbody>
${rows.map(
  ({ label, lines }) =>
    html`<tr><td>${label}</td>${lines.map((line) => html`<td>${lineText(line)}</td>`)}</tr>\n`,
)}</tbody></table>`;
}

function list(records: readonly ListedRecord[]): Html {
  return page(
    html`<header><p>Northmoor Referral Desk</p></header>
<main>
<h1>All referrals</h1>
<table>
<thead><tr><th scope="col">Reference</th><th scope="col">Name</th><th scope="col">Date of birth</th><th scope="col">Date of referral</th></tr></thead>
<tbody>
${records.map(
  ({ record, viewPath }) =>
    html`<tr><th scope="row"><a href="${viewPath}">${record.reference}</a></th><td>${record.subject.givenNames} ${record.subject.familyName}</td><td>${date(record.subject.bornOn)}</td><td>${date(record.receivedOn)}</td></tr>\n`,
)}</tbody></table>
</main>`,
    listsStyle,
  );
}
