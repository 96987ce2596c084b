/** Words of the practice caseload: filling a practice vault with fictional people, and removing them. */
export const practiceWords = {
  'practice.title': 'People to practise with',
  'practice.what':
    'Fill this practice vault with {of} fictional people. Their cases are in every state, with dates around today.',
  'practice.fill': 'Fill the vault with fictional people',
  'practice.continue': 'Finish filling the vault',
  'practice.filling': 'Filling the vault: {people} of {of} people',
  'practice.filled': 'The vault has {people} fictional people. They are in Subjects.',
  'practice.part': 'The vault has {people} of {of} fictional people.',
  'practice.fill.failed':
    'Not all of the people could be added. Try again: nobody is added twice. If it happens again, lock and unlock the vault.',
  'practice.remove': 'Remove the fictional people',
  'practice.remove.what': {
    one: 'This destroys {records} records about 1 fictional person. It cannot be undone. What you recorded about anybody else stays.',
    other:
      'This destroys {records} records about {count} fictional people. It cannot be undone. What you recorded about anybody else stays.',
  },
  'practice.remove.none': 'You have worked on all of these people, so they stay.',
  'practice.worked': {
    one: 'You have worked on 1 of them since, or on somebody in the same case. They stay.',
    other: 'You have worked on {count} of them since, or on somebody in the same case. They stay.',
  },
  'practice.work-too': 'Remove these too, with what you added',
  'practice.removing': 'Removing the fictional people',
  'practice.removed': {
    one: 'You removed 1 fictional person, with {records} records.',
    other: 'You removed {count} fictional people, with {records} records.',
  },
  'practice.remove.failed':
    'The people could not be removed. Try again. If it happens again, lock and unlock the vault.',
  'practice.unread': 'The vault could not say how many fictional people it has. Try again.',
  'practice.live':
    'This vault is for real work. Only a practice vault can be filled with fictional people.',
} as const;
