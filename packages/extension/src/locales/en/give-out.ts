/** Words of files that are given out. */
export const giveOut = {
  'give-out.title': 'Give out a file',
  'give-out.act': 'Give out as a file',
  'give-out.nobody':
    'Choose the people first: in Subjects, tick the box of each, and press Give out as a file at the foot.',
  'give-out.subjects': 'Choose people',
  'give-out.gone': 'These people are no longer on record, or are closed to you.',
  'give-out.why':
    'This makes a copy outside the sealed records, for a system that reads such files. Where it is going decides what is in it. It is logged on each person before it leaves.',
  'give-out.no-referral':
    'There is no referral to give out. Declined referrals do not go into a file.',
  'give-out.referrals': 'Referrals to give out',
  'give-out.referral': '{person}: {reference}, received on {date}',
  'give-out.ticked': {
    one: '1 of {of} referrals is ticked, counting those further down the list.',
    other: '{count} of {of} referrals are ticked, counting those further down the list.',
  },
  'give-out.more': 'Show {count} more',
  'give-out.declined': {
    one: '1 declined referral is not listed: it does not go into a file.',
    other: '{count} declined referrals are not listed: they do not go into a file.',
  },
  'give-out.format': 'Format',
  'give-out.format.missing': 'Select a format',
  'give-out.marking': 'Marking',
  'give-out.marking.hint': 'The marking is in the name of the file and in the log',
  'give-out.prepare': 'Prepare the file',
  'give-out.gathering': 'Looking up the people…',
  'give-out.gathering.progress': '{done} of {of} people',
  'give-out.narrowing': 'Checking what may go…',
  'give-out.narrowing.progress': '{done} of {of} records checked',
  'give-out.writing': 'Writing the file…',
  'give-out.writing.progress': '{done} of {of} referrals written',
  'give-out.counting': 'Counting what is in the file…',
  'give-out.counting.progress': '{done} of {of} rows counted',
  'give-out.comparing': 'Checking that nothing was changed meanwhile…',
  'give-out.comparing.progress': '{done} of {of} records compared',
  'give-out.stop': 'Stop',
  'give-out.stopped': 'Making the file was stopped. Nothing was given out.',
  'give-out.ready': {
    one: 'The file has 1 referral. Check what is not in it, then give it out.',
    other: 'The file has {count} referrals. Check what is not in it, then give it out.',
  },
  'give-out.ready.title': 'What is not in the file',
  'give-out.disputed':
    'Left out, because something else is recorded elsewhere and the file would state it as certain: {fields}.',
  'give-out.format-leaves': 'The format has no room for:',
  'give-out.go': 'Give out the file',
  'give-out.done': {
    one: '1 referral was given out as a file',
    other: '{count} referrals were given out as a file',
  },
  'give-out.changed':
    'Something in this file was changed on record since it was prepared. Prepare it again.',
} as const;
