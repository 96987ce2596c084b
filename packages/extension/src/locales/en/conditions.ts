/** Cautions, orders and their conditions; contacts with agencies, panels, monitoring and checks. */
export const conditionWords = {
  'conditions.title': 'Conditions',
  'conditions.intro':
    'Conditions of cautions, orders, licences and bail, by the day on which each is met. Open one to see what it asks.',
  'conditions.section': 'Conditions',
  'conditions.none':
    'No caution or order is recorded. Advise on one when the officer in the case asks, or record one that was made.',
  'conditions.find': 'Find a condition',
  'conditions.find.hint': 'By the name of the subject',
  'conditions.found': { one: '1 condition', other: '{count} conditions' },
  'conditions.list.caption': 'Conditions',
  'conditions.list.none':
    'No condition is recorded yet. They come from advice on a caution, on a subject’s page.',
  'conditions.list.who': 'Subject',
  'conditions.list.day': 'Day',
  'conditions.list.state': 'State',
  'conditions.list.kind': 'Caution or order',
  'conditions.list.aim': 'What it is for',
  'conditions.list.due': 'Due',

  'conditions.state.advised': 'Advised',
  'conditions.state.waiting': 'Waiting',
  'conditions.state.in-part': 'Evidence held',
  'conditions.state.not-kept': 'May not be kept',
  'conditions.state.certified': 'Certified',
  'conditions.state.taken-out': 'Taken out',
  'conditions.state.not-given': 'Not given',
  'conditions.state.ended': 'Ended',
  'conditions.order.advised': 'Advised',
  'conditions.order.not-given': 'Not given',
  'conditions.order.running': 'Running',
  'conditions.order.complete': 'Complete',
  'conditions.order.ended': 'Ended',
  'conditions.status.found': 'read in a public source, not confirmed by your force',
  'conditions.status.secondary': 'read in a quotation of the source, not confirmed by your force',
  'conditions.status.recalled': 'general knowledge, not confirmed by your force',
  'conditions.status.proposed': 'proposed for this toolkit, not official',

  'conditions.advise': 'Advise on conditions',
  'conditions.advise.note':
    'Advice for the officer in the case. Whether a caution is given, and with which conditions, is for them, the prosecutor or the court.',
  'conditions.advise.save': 'Keep the advice',
  'conditions.made': 'Record a caution or order',
  'conditions.made.note':
    'One that was given or made without our advice: bail, a licence, an order of a court. Enter it as you were told.',
  'conditions.made.save': 'Keep it',
  'conditions.clock': '{words} ({status}).',
  'conditions.library': 'Conditions of the library',
  'conditions.library.hint': 'The library is {status}. Fit each one to the case below.',
  'conditions.one': 'Condition',
  'conditions.own.hint': 'Change the words, or write one of your own',
  'conditions.nth': 'Condition {nth}',
  'conditions.add': 'Add a condition',
  'conditions.answer': 'Record what became of the advice',
  'conditions.answer.note':
    'As whoever decides told you. Once it is given its clock begins: leave “Ends on” empty for the day that the clock gives.',
  'conditions.end': 'Say how it ended',
  'conditions.propose': 'Propose an outcome',
  'conditions.propose.note':
    'A proposal for the officer in the case, who decides and records. Nothing is set by it.',
  'conditions.outcome': 'Note the recorded outcome',
  'conditions.outcome.note':
    'What the force recorded in its own system, as you were told. This does not record it there.',
  'conditions.interview': 'Say whether an interview was offered',
  'conditions.evidence': 'Add evidence',
  'conditions.evidence.of': '{shows}, {date}',
  'conditions.certify': 'Certify it',
  'conditions.certify.note':
    'A named person says that the condition is met. It cannot be taken back, only corrected with the officer in the case.',
  'conditions.take-out': 'Take it out',
  'conditions.tell': 'Say who was told',
  'conditions.nobody-told': 'Nobody has been told yet.',
  'conditions.told': 'Whoever decides was told on {date}.',
  'conditions.report.advice': 'Advice as a report',
  'conditions.report.breach': 'Note for the officer in the case',
  'conditions.report.back': 'Back to the conditions',

  'agencies.section': 'Agencies and monitoring',
  'agencies.contact': 'Log a contact with an agency',
  'agencies.contact.note':
    'Share no more than the legal gateway allows. If it is not known, find out before anything is shared.',
  'agencies.contact.again': 'Log the contact that follows it up',
  'agencies.contacts': 'Contacts with agencies',
  'agencies.panel': 'Arrange a panel',
  'agencies.panel.note':
    'A panel that speaks of several people has a record for each of them, so that each is read alone.',
  'agencies.panel.held': 'Say what it came to',
  'agencies.panels': 'Panels',
  'agencies.monitoring': 'Choose a tier',
  'agencies.monitoring.note':
    'How often somebody is seen, and when offending is checked, follows from the tier. Both are proposed for this toolkit, not official. A tier that stands ends when a new one begins.',
  'agencies.monitoring.end': 'End the monitoring',
  'agencies.tiers': 'Monitoring',
  'agencies.check': 'Record a check for offending',
  'agencies.check.note':
    'Made in another system by somebody who may look there for this. Enter the result alone: nothing is copied here.',
  'agencies.checks': 'Checks for offending',
} as const;
