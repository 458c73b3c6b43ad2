import type { ReactNode } from 'react';
import { Command, CommandModal } from 'twenty-sdk/front-component';
import { useSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import { runOnSelection, type Work } from './run-on-selection.ts';

/** Does something to the selected records at once and tells what became of it. */
export const CommandOnSelection = ({ work }: { readonly work: Work }): ReactNode => {
  const { say } = useSay();
  const subject = useSubject();
  return (
    <Command
      execute={async () => {
        await runOnSelection(subject, work, say);
      }}
    />
  );
};

/** Approves the selected records once the person has vouched for them. */
export const ApproveOnSelection = (): ReactNode => {
  const { say } = useSay();
  const subject = useSubject();
  const count = subject.ids.length;
  return (
    <CommandModal
      title={count === 1 ? say('approveTitleOne') : say('approveTitle', { count })}
      subtitle={say('approveSubtitle')}
      confirmButtonText={say('approve')}
      confirmButtonAccent="blue"
      execute={async () => {
        await runOnSelection(subject, { path: 'act', body: { action: 'APPROVE' }, verb: 'verbApprove' }, say);
      }}
    />
  );
};
