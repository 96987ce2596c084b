/** A ticket in a form that changes it: all of it (“Jumbo”), or its basics and custom fields. */
import { defineAdapter } from '@cyber-prevent/core/plugin';
import { customFields, interventionFields } from './custom-fields.js';

/** Links to other tickets, and the ticket's owner. */
const others = [
  { label: 'Owner' },
  { label: 'Parents' },
  { label: 'Children' },
  { label: 'Depends on' },
  { label: 'Depended on by' },
  { label: 'Refers to' },
  { label: 'Referred to by' },
  { label: 'Merge into' },
  { label: 'Requestors' },
  { label: 'Subject' },
  { label: 'Time Worked' },
  { label: 'Type your message here' },
];

export const edit = defineAdapter({
  id: 'request-tracker/edit',
  title: 'Request Tracker: ticket, edited',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: [
      '/Ticket/ModifyAll.html',
      '/Ticket/Modify.html',
      '/**/Ticket/ModifyAll.html',
      '/**/Ticket/Modify.html',
    ],
    anchors: [
      { selector: 'body[id^="comp-Ticket-Modify"]' },
      { selector: 'form[name^="TicketModify"]' },
      { selector: 'form[name^="TicketModify"] input[name="Subject"]' },
      { selector: '.ticket-info-basics' },
    ],
  },
  screens: [
    {
      fields: customFields,
      suppress: [
        { label: 'Owner' },
        { label: 'Time Estimated' },
        { label: 'Time Worked' },
        { label: 'Time Left' },
        { label: 'Priority' },
        { label: 'Update Type' },
        { label: 'Find people whose' },
        { label: 'Find groups whose' },
        { label: 'New Links' },
        { label: 'Styles', owner: 'Editor toolbars' },
        { label: 'Format', owner: 'Editor toolbars' },
      ],
    },
  ],
  // A queue with fields for an intervention takes it here; the field names are read.
  fill: [
    { of: 'intervention', fields: { ...interventionFields }, suppress: others },
    { of: 'referral', fields: { ...customFields }, suppress: others },
  ],
  link: { query: ['id'] },
  fixtures: ['edit-1'],
});
