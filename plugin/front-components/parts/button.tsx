import type { ReactNode, Ref } from 'react';
import { useLook } from '../look.ts';

interface Props {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** What it does, where its words alone do not say. */
  readonly label?: string;
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
  /** The form it opens, and whether that is open. */
  readonly controls?: { readonly id: string; readonly isOpen: boolean };
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button of the panel, in the shape of Twenty's small ones. While it is disabled it keeps its size and its place in the order of focus. */
export const Button = ({ children, onClick, label, isMain, isDisabled, controls, buttonRef }: Props): ReactNode => {
  const look = useLook();
  return (
    <button
      type="button"
      ref={buttonRef}
      {...(label ? { 'aria-label': label } : {})}
      aria-disabled={isDisabled ? 'true' : 'false'}
      {...(controls ? { 'aria-expanded': controls.isOpen, 'aria-controls': controls.id } : {})}
      onClick={() => {
        if (!isDisabled) onClick();
      }}
      style={{
        minHeight: 24,
        padding: '0 8px',
        border: `1px solid ${isMain ? look.accent : look.line}`,
        borderRadius: 4,
        background: isMain ? look.accent : 'transparent',
        color: isMain ? look.onAccent : look.muted,
        font: 'inherit',
        fontWeight: 500,
        cursor: isDisabled ? 'progress' : 'pointer',
      }}
    >
      {children}
    </button>
  );
};
