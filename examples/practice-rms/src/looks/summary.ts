// The summary look: summary lists in cards, in the shape of many government services.
import { formatDate } from '../dates.ts';
import { type Html, html, joined } from '../html.ts';
import { page } from '../page.ts';
import { type PracticeRecord, paragraphs } from '../record.ts';
import { type Line, lineText, type Row, row, type Section } from '../shown.ts';
import type { ListedRecord, Look, ViewOptions } from './look.ts';
import { contactSummary } from './summary-contact.ts';
import { editSummary } from './summary-edit.ts';
import { serviceHeader, summaryStyle } from './summary-style.ts';

export const summary: Look = {
  id: 'summary',
  dates: 'long',
  typedDates: 'slashed',
  sections,
  list,
  view,
  edit: editSummary,
  contact: contactSummary,
};

const date = (iso: string | null) => formatDate(iso, 'long');

function sections(record: PracticeRecord): Section[] {
  const { subject, referrer, parent } = record;
  const postcode: Line = {
    text: subject.postcode,
    paths: ['subject.address', 'subject.postcode'],
  };
  const address = row('Address', subject.address, 'subject.address');
  return [
    {
      title: 'Subject',
      rows: [
        row('Full name', `${subject.givenNames} ${subject.familyName}`, 'subject.name'),
        row('Also known as', subject.aliases, 'subject.aliases[]'),
        row('Date of birth', date(subject.bornOn), 'subject.bornOn'),
        row('Sex', subject.sexRecorded),
        {
          ...address,
          lines: subject.postcode === '' ? address.lines : [...address.lines, postcode],
        },
        row('School, college or employer', subject.school, 'subject.school'),
        row('Telephone number', subject.phones, 'subject.phones[]'),
        row('Email address', subject.emails, 'subject.emails[]'),
        {
          label: 'Online usernames',
          lines: subject.onlineIdentifiers.map(({ platform, asSeen, firstSeenOn }) => ({
            text: asSeen,
            paths: ['subject.onlineIdentifiers[].asSeen'],
            after: ` on ${platform}, first seen: ${date(firstSeenOn)}`,
          })),
        },
        row('Communication needs', subject.communicationNeeds),
      ],
    },
    {
      title: 'Referral',
      rows: [
        row('Reference number', record.reference, 'referral.reference'),
        row('Other references', record.otherReferences, 'referral.otherReferences[]'),
        row('Date received', date(record.receivedOn), 'referral.receivedOn'),
        row('Suspected offences', record.suspectedOffences, 'referral.suspectedOffences[]'),
        row('Law mentioned', record.lawMentioned, 'referral.lawMentioned[]'),
        row('Dates of incidents', record.incidentDates.map(date), 'referral.incidentDates[]'),
        row('Risk stated by the referrer', record.statedRisk, 'referral.statedRisk'),
        row('Details of concern', paragraphs(record.narrative), 'referral.narrative'),
      ],
    },
    {
      title: 'Referrer',
      rows: [
        row('Full name', referrer.name, 'referrer.name'),
        row('Organisation', referrer.organisation, 'referrer.organisation'),
        row('Job title or role', referrer.role, 'referrer.role'),
        row('Telephone number', referrer.phone, 'referrer.phone'),
        row('Email address', referrer.email, 'referrer.email'),
      ],
    },
    {
      title: 'Parent or carer',
      rows: [
        row('Full name', parent?.name ?? '', 'relatedPersons[].name'),
        row('Relationship to subject', parent?.relationship ?? ''),
        row('Telephone number', parent?.phone ?? '', 'relatedPersons[].phones[]'),
        row('Email address', parent?.email ?? '', 'relatedPersons[].emails[]'),
      ],
    },
  ];
}

function view(shown: readonly Section[], options: ViewOptions): Html {
  return page(
    html`${serviceHeader}
<main>
<p><a href="${options.listPath}">Back to all referrals</a></p>
${options.saved && html`<div class="notice" role="status"><h2>Success</h2><p>Saved. Reference ${options.saved}</p></div>`}
<h1>Check the referral</h1>
${options.contactPath && html`<p><a href="${options.contactPath}">Record a contact</a></p>`}
${shown.map((section) => card(section, options.editPath))}
</main>`,
    summaryStyle,
  );
}

function card({ title, rows }: Section, editPath: string | undefined): Html {
  return html`<div class="govuk-summary-card">
<div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">${title}</h2></div>
<div class="govuk-summary-card__content">
<dl class="govuk-summary-list">
${rows.map((each) => summaryRow(each, title, editPath))}</dl>
</div>
</div>
`;
}

function summaryRow({ label, lines }: Row, owner: string, editPath: string | undefined): Html {
  const isProse = lines.some((line) => line.paths.includes('referral.narrative'));
  const texts = lines.map(lineText);
  const value = isProse ? texts.map((text) => html`<p>${text}</p>`) : joined(texts, html`<br>`);
  const change =
    editPath &&
    html`<dd class="govuk-summary-list__actions"><a href="${editPath}">Change<span class="visually-hidden"> ${label.toLowerCase()} (${owner.toLowerCase()})</span></a></dd>`;
  return html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">${label}</dt>
<dd class="govuk-summary-list__value">${lines.length > 0 ? value : 'Not provided'}</dd>
${change}
</div>
`;
}

function list(records: readonly ListedRecord[]): Html {
  const rows = records.map(
    ({ record, viewPath }) => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">${record.reference}</dt>
<dd class="govuk-summary-list__value">${record.subject.givenNames} ${record.subject.familyName}<br>Received ${date(record.receivedOn)}</dd>
<dd class="govuk-summary-list__actions"><a href="${viewPath}">View<span class="visually-hidden"> ${record.reference}</span></a></dd>
</div>
`,
  );
  return page(
    html`${serviceHeader}
<main>
<h1>Referrals</h1>
<dl class="govuk-summary-list">
${rows}</dl>
</main>`,
    summaryStyle,
  );
}
