import { type ReactNode, useId } from 'react';
import { useLook } from '../look.ts';

interface Props {
  readonly label: string;
  /** What is wrong with what was typed. */
  readonly fault?: string | undefined;
  readonly children: (props: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
}

/** A labelled field; the place of its fault is kept, and what comes there is read out. */
export const Field = ({ label, fault, children }: Props): ReactNode => {
  const look = useLook();
  const id = useId();
  const faultId = `${id}-fault`;
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block', marginBottom: 4, fontWeight: 500 }}>
        {label}
      </label>
      {children({ id, 'aria-describedby': faultId, 'aria-invalid': fault !== undefined })}
      <div id={faultId} role="alert" style={{ minHeight: 18, fontSize: 12, color: look.bad }}>
        {fault ?? ''}
      </div>
    </div>
  );
};
