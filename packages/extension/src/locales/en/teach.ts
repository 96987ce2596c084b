/** Teaching a page: pointing at values, saying what they are, proving the adapter, and what leaves with it. */
export const teach = {
  'teach.title': 'Teach this page',
  'teach.go-on': 'Continue with the page that you were teaching',
  'teach.none': 'There is nothing to teach.',
  'teach.none.how':
    'Capture a page first: press the toolbar button on a record. Then press “Teach this page” below what was read.',
  'teach.to-review': 'Back to what was read',
  'teach.no-copy':
    'There is no copy of this page to teach on: it is too large, or it was pasted or typed. Capture the page again, or open its record on its own page.',
  'teach.step': 'Step {at} of 3',
  'teach.intro':
    'Say what each value of this page is. The toolkit writes down where it found them, without any of the values, and uses that to read the next record of this system.',
  'teach.point': 'Point at a value on the page and press {keys}. Or find it in the list.',
  'teach.point.no-keys':
    'Point at a value on the page and press the keys for it. Your browser has none yet: set them under Help. Or find it in the list.',
  'teach.point.gone':
    'You can no longer point at the page. Press the toolbar button on it, and teach again. The list works as before.',
  'teach.point.kept': 'Nothing that you said is lost.',
  'teach.point.file':
    'This is a saved page, which cannot be pointed at. Find each value in the list.',
  'teach.said': 'What you have said',
  'teach.said.none': 'Nothing yet.',
  'teach.said.lost': 'Not on this copy of the page. It is kept, and left out of the adapter.',
  'teach.said.change': 'Change',
  'teach.said.remove': 'Remove',
  'teach.said.removed': 'Removed: {label}',
  'teach.list': 'Values on this page',
  'teach.find': 'Find a value',
  'teach.find.hint': 'By its label, its heading or its words',
  'teach.found': { one: '1 value', other: '{count} values' },
  'teach.more': 'Only the first {count} are shown. Find the others by their words.',
  'teach.under': '{label}, under “{owner}”',
  'teach.what': 'What is this?',
  'teach.what.which': 'Which of these did you mean?',
  'teach.what.label': 'Label',
  'teach.what.value': 'Value on this page',
  'teach.what.owner': 'Under',
  'teach.what.no-label':
    'It has no label. The toolkit finds it by a name in the page, or else by its position. Anything found only by position is offered, and never taken by itself.',
  'teach.box': 'Without a label',
  'teach.box.after': 'Without a label, after “{before}”',
  'teach.box.empty': 'Empty on this copy of the page',
  'teach.what.choose': 'Record this as',
  'teach.what.missing': 'Select what this is',
  'teach.what.taken': '“{label}” was pointed at already, for another value. Both will be read.',
  'teach.what.save': 'Save and continue',
  'teach.what.cancel': 'Cancel',
  'teach.what.subject': 'Subject: {label}',
  'teach.what.referral': 'Referral: {label}',
  'teach.what.referrer': 'Referrer: {label}',
  'teach.what.relatedPersons': 'Related person: {label}',
  'teach.what.platform': 'This column of the table: the platform of each online identifier',
  'teach.what.never': 'Nothing to take: never offer this',
  'teach.as.never': 'Never offered',
  'teach.as.platform': 'Platform of each online identifier, by column',
  'teach.as.column': '{label}, by column',
  'teach.as.person': '{label}, a different person in each row',
  'teach.as.row': '{label}, of the row where {column} is “{is}”',
  'teach.rows': 'Which rows of this table?',
  'teach.rows.person': 'Each row is a different person',
  'teach.rows.person.hint': 'When the page is captured, you choose whose row it is',
  'teach.rows.value': 'Every row is about the same person',
  'teach.rows.value.hint': 'All of them are read, as several values of one person',
  'teach.rows.where': 'Only the row where {column} is “{is}”',
  'teach.rows.missing': 'Select which rows of the table you mean',
  'teach.pointed.nothing':
    'Nothing was pointed at. Put the pointer on a value, or the focus on a box, and press the keys again.',
  'teach.pointed.gone':
    'What you pointed at is no longer on the page. Point at it again, or find it in the list.',
  'teach.pointed.withheld':
    'This box can hold a password, a code or a file. The toolkit never reads it, so it cannot be taught.',
  'teach.pointed.masked': 'You masked this value, so it cannot be taught.',
  'teach.pointed.elsewhere':
    'That is a page of {host}. Point at a value on the page that you are teaching.',
  'teach.pointed.new':
    'What you pointed at was not there when the page was read, or shows no text. Capture the page again, and teach again: nothing that you said is lost.',
  'teach.pointed.not-asked':
    'The page did not answer. Press the toolbar button on it, and teach again: nothing that you said is lost.',
  'teach.masked': 'Masked: cannot be taught',
  'teach.to-about': 'Name the screen',
  'teach.about': 'Name the screen',
  'teach.about.title': 'Name of the system and its screen',
  'teach.about.title.hint': 'For example, North RMS: referral. No name of a person',
  'teach.about.title.missing': 'Enter the name of the system and its screen',
  'teach.about.owner': 'Who answers for this adapter',
  'teach.about.owner.hint':
    'A desk, a team or a force, not a person. For example, Northmoor Police',
  'teach.about.owner.missing': 'Enter who answers for this adapter',
  'teach.about.host': 'Host of the system',
  'teach.about.host.hint':
    'The adapter is used only on this host. If empty, on any host where the rest of the screen is found',
  'teach.about.path': 'Path of the screen',
  'teach.about.path.hint':
    'A star matches any one part. Remove anything that names a person or a record. If empty, any path',
  'teach.to-prove': 'Prove the adapter',
  'teach.back': 'Back',
  'teach.prove': 'Prove the adapter',
  'teach.prove.making': 'Writing the adapter and proving it…',
  'teach.prove.refused': 'The adapter cannot be made yet',
  'teach.prove.all': {
    one: 'Proved on this page: the field reads what you pointed at.',
    other: 'Proved on this page: all {count} fields read what you pointed at.',
  },
  'teach.prove.some': '{fields} of {of} fields read what you pointed at. Look at the others below.',
  'teach.prove.not-chosen':
    'The adapter does not recognise this page. Name more of what belongs to the system itself, such as the values of its headings.',
  'teach.prove.anchors':
    '{found} of {of} anchors found. The toolkit recognises the screen by these.',
  'teach.prove.caption': 'What each field reads now',
  'teach.prove.field': 'Field',
  'teach.prove.reads': 'Reads now',
  'teach.prove.nothing': 'Nothing',
  'teach.prove.empty':
    'The box is empty on this copy of the page. It is read when it holds something.',
  'teach.prove.outcome': 'Outcome',
  'teach.prove.equal': 'What you pointed at',
  'teach.prove.differs': 'Not what you pointed at',
  'teach.prove.missed': 'Missed: {text}',
  'teach.prove.also': 'It would also take: {text}',
  'teach.prove.people':
    'This list has {count} people, one in each row. Each time the page is captured, you choose whose row it is.',
  'teach.prove.others':
    'This is another person’s: {text}. Each row of this table names somebody. Change what you said, and choose “Each row is a different person”.',
  'teach.prove.said-to-be':
    'The page’s own label and headings say that {text} is something else: {label}. Check whose it is.',
  'teach.prove.conflict': 'Also taken for: {label}',
  'teach.changes': 'If the system changes',
  'teach.changes.none':
    'Tried with {count} changes that a new release may bring, such as one more field or a message at the top. No field took another value.',
  'teach.changes.taken':
    'After {change}, “{label}” would take another value: {text}. Say what that field is in another way, or leave it out.',
  'teach.changes.offered':
    'After {change}, “{label}” would offer another value: {text}. It is never taken unless you say so.',
  'teach.change.one-more-field': 'one more field on the screen',
  'teach.change.flash-message': 'a message at the top of the screen',
  'teach.change.hidden-copy': 'a hidden copy of the form',
  'teach.change.another-tab': 'another tab being open',
  'teach.change.other-labels': 'the labels changing to other words',
  'teach.another-record': 'On another record',
  'teach.another-record.none':
    'One record proves little. Open another record of this screen, press the toolbar button on it, and come back here: the toolkit reads it with this adapter.',
  'teach.another-record.look':
    'These were read from other records that you opened. Check each value against its page.',
  'teach.leaves': 'What leaves this device',
  'teach.leaves.what':
    'The file holds the adapter and a recorded copy of this page in which every value is made up. Read it through before you send it.',
  'teach.leaves.none':
    'The file holds only the adapter. The page could not be recorded without its values, so nobody who loads the file can prove it there.',
  'teach.leaves.text': 'Every word of the recorded page',
  'teach.leaves.kept': 'Words kept as they were on the page',
  'teach.leaves.kept.what':
    'These should be the system’s own labels and headings. Mark what belongs to the record: it is made up too, and the adapter is written without it.',
  'teach.leaves.hide': 'Make this up',
  'teach.leaves.hidden': 'Made up from now on: {text}',
  'teach.leaves.unhide': 'Keep this as it is',
  'teach.save': 'Save to this device',
  'teach.saved': 'The adapter was saved to this device. The next capture of this screen uses it.',
  'teach.saved.draft':
    'The open draft was read again with it. What you corrected, masked or named in the draft was not changed.',
  'teach.download': 'Download the file',
  'teach.downloaded':
    'The file was handed to your browser as {name}. A colleague loads it under Settings, Adapters.',
  'teach.finish': 'Finish',
  'teach.finished': 'The page was taught',
  'teach.discard': 'Discard this teaching',
  'teach.discard.ask': 'Discard this teaching?',
  'teach.discard.body': 'What you said about the page is discarded. A saved adapter stays.',
  'teach.another': 'You have not finished teaching {system}',
  'teach.another.body': 'Only one page is taught at a time.',
  'teach.another.go-on': 'Continue with {system}',
  'teach.another.new': 'Start again with this page',
} as const;
