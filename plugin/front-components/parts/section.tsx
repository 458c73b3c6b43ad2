import { type ReactNode, useId } from 'react';
import { STYLES } from '../look.ts';

/** A part of the panel under its heading. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} style={STYLES.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
};
