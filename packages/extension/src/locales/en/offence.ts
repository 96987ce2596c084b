/** Suspected offences: their sections, their statuses, and words of a referral that may name one. */
export const offence = {
  'offence.section': 'Suspected offences',
  'offence.none': 'No suspected offence is recorded.',
  'offence.intro':
    'A suspicion is not a finding. The last status counts, and the earlier ones stay with their source. Nothing here makes anybody a suspect: that is a separate category.',
  'offence.add': 'Record a suspected offence',
  'offence.save': 'Save the suspected offence',
  'offence.add.said': 'The suspected offence was recorded',
  'offence.correct': 'Correct the suspected offence',
  'offence.correct.said': 'The suspected offence was corrected',
  'offence.name': 'Which section is this?',
  'offence.name.said': 'The words were recorded as a suspected offence',
  'offence.name.link': 'Say which section this is',
  'offence.name.link.of': 'Say which section the words about {name} are',
  'offence.name.words':
    'Words of the referral of {date} that nobody has recorded as an offence yet',
  'offence.name.which': 'Which words?',
  'offence.name.none': 'Every word of this referral that names an offence was recorded. Go back.',
  'offence.name.suggested': 'It may be: {section}. The reason: the words say “{because}”.',
  'offence.name.outside':
    'It may be outside the Computer Misuse Act. The reason: the words say “{because}”.',
  'offence.name.signpost': '{to}: {words}',
  'offence.name.no-suggestion':
    'The words alone do not tell which section this is. Ask the officer in the case, or say that it cannot be told.',
  'offence.name.take': 'Choose this section',
  'offence.name.take.outside': 'Say that it is outside the Act',
  'offence.offer': {
    one: 'The referral has words that may name an offence. Say which section it is.',
    other:
      'The referral has {count} words or phrases that may name an offence. Say which section each is.',
  },
  'offence.status.add': 'Record a status',
  'offence.status.add.said': 'The status was recorded. The earlier ones stay.',
  'offence.status.correct': 'Correct a status',
  'offence.status.correct.said': 'The status was corrected. The wrong one stays in the record.',
  'offence.status.which': 'Which status is wrong?',
  'offence.status.why': 'Why was it wrong?',
  'offence.status.right': 'The right status, if there is one',
  'offence.status.one': '{status}, {date}',
  'offence.status.no-day': '{status}, on a day that is not known',
  'offence.status.now': 'Status now',
  'offence.status.none': 'No status recorded',
  'offence.status.earlier': 'Said before',
  'offence.status.wrong': '{status}. Corrected on {date}: {why}',
  'offence.status.wrong.heading': 'Corrected',
  'offence.behaviour': 'Keep as behaviour only',
  'offence.behaviour.said': 'It is kept as behaviour only',
  'offence.behaviour.why': 'Why is it behaviour only?',
  'offence.behaviour.note':
    'The section is removed, and each status is marked as wrong with your reason. The words that were read stay.',
  'offence.behaviour.recorded': 'Behaviour only, under 10 at the time',
  'offence.behaviour.under-ten':
    'By the date of birth on record they were under 10 at the time, and a child under 10 cannot commit an offence. Lists and papers show this as behaviour only. Keep it as behaviour only, or correct the date that is wrong.',
  'offence.behaviour.age-not-known':
    'Nobody has said whether they were 10 or over at the time. Lists and papers show this as behaviour only until it is known.',
  'offence.asked.not':
    'They were under 10 then, so only the behaviour is saved: there is no section and no status.',
  'offence.asked.no-day':
    'They were {age} when this became known. Enter the date on which it happened, if it is known: they may have been younger.',
  'offence.withdraw': 'Withdraw the suspected offence',
  'offence.withdraw.said': 'The suspected offence was withdrawn',
  'offence.withdraw.note':
    'Only for a record made by mistake. Where the matter ended, record the status instead: it then stays in sight. The history keeps what is withdrawn.',
  'offence.section-or-none': 'Section of the Computer Misuse Act',
  'offence.section-or-none.why': 'If there is no section, why not?',
  'offence.named.read-as': '{heading}. Words that were read: “{words}”',
  'offence.no-section': 'No section recorded',
  'offence.list.section': 'Suspected offence',
  'offence.list.standing': 'Status of the offence',
  'offence.list.none': 'None recorded',
  'offence.list.no-section': 'No section',
  'offence.list.behaviour': 'Behaviour only',
  'offence.named': 'An offence is named on this person’s record',
  'offence.named.one': '“{words}”',
  'offence.named.status': '{what}: {status}',
  'offence.named.read': 'I have read this, and there are no grounds to suspect an offence',
  'offence.notice.suggested': 'Recorded on this person: {sections}. Choose what was explained.',
  'offence.give.ended': {
    one: 'One word or phrase of a referral is left out: the matter ended, or it was behaviour of a child under 10.',
    other:
      '{count} words or phrases of referrals are left out: the matters ended, or it was behaviour of a child under 10.',
  },
} as const;
