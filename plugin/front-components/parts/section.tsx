import { type ReactNode, useId } from 'react';
import { STYLES, useLook } from '../look.ts';

/** A part of the panel under its heading. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => {
  const look = useLook();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} style={STYLES.label(look)}>
        {title}
      </h3>
      {children}
    </section>
  );
};
