import { type ReactNode, useState } from 'react';
import { EMPTY_RETURN, ReturnForm } from '../parts/return-form.tsx';
import { SelectionForm } from './selection-form.tsx';

/** Returns the tags of the selected records for correction, with one note for all. */
export const ReturnSelection = (): ReactNode => {
  const [draft, setDraft] = useState(EMPTY_RETURN);
  return (
    <SelectionForm title="returnTitle">
      {({ say, isBusy, send, cancel }) => (
        <ReturnForm
          say={say}
          tags={[]}
          draft={draft}
          isBusy={isBusy}
          onChange={setDraft}
          onSend={() =>
            send({
              path: 'act',
              body: { action: 'RETURN', note: draft.note, failedPoints: draft.failedPoints },
              verb: 'verbReturn',
            })
          }
          onCancel={cancel}
        />
      )}
    </SelectionForm>
  );
};
