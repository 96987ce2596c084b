import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { NoteForm } from '../capture/review/note-form.js';
import { startingGates } from '../capture/review/review-context.js';
import { ForSubject } from '../case/for-subject.js';

/** A typed note: about the person whose page it was opened from, a chosen person, or nobody. */
export function NoteView({ route }: { route: RouteOf<'note'> }) {
  const { router } = useApp();
  const { officer } = useOpenVault();
  const gates = useSignal(startingGates(null, officer));
  return (
    <ForSubject id={route.subject}>
      {(subject) => (
        <NoteForm
          subject={subject}
          gates={gates.value}
          onGates={(next) => {
            gates.value = next;
          }}
          onSaved={({ subject: about }) =>
            about ? router.go({ name: 'subject', subject: about }) : router.back()
          }
          onCancel={() => router.back()}
        />
      )}
    </ForSubject>
  );
}
