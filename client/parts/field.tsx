import { type ComponentProps, type ReactNode, useId } from 'react';
import { Shape } from './shape.tsx';

interface Labelled {
  readonly label: string;
  /** What to write, or where it will be seen; stands below the field. */
  readonly hint?: string | undefined;
  /** What is wrong with what stands there. */
  readonly problem?: string | null | undefined;
  readonly className?: string | undefined;
}

interface FrameProps extends Labelled {
  readonly id: string;
  readonly children: ReactNode;
}

const describedBy = (id: string, { hint, problem }: Labelled): string | undefined => {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem == null ? [] : [`${id}-problem`])];
  return ids.length === 0 ? undefined : ids.join(' ');
};

function Frame({ id, label, hint, problem, className = '', children }: FrameProps) {
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem == null ? null : (
        <p className="field-problem" id={`${id}-problem`}>
          <Shape name="look" /> {problem}
        </p>
      )}
    </div>
  );
}

export type FieldProps = Labelled & Omit<ComponentProps<'input'>, 'id' | 'className'>;

/** A labelled input; every attribute of an input passes through. */
export function Field({ label, hint, problem, className, ...input }: FieldProps) {
  const id = useId();
  const labelled = { label, hint, problem, className };
  return (
    <Frame id={id} {...labelled}>
      <input
        id={id}
        aria-describedby={describedBy(id, labelled)}
        aria-invalid={problem != null || undefined}
        {...input}
      />
    </Frame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type ChoiceFieldProps = Labelled &
  Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> & { readonly choices: readonly Choice[] };

/** A labelled choice of a closed list. */
export function ChoiceField({ label, hint, problem, className, choices, ...select }: ChoiceFieldProps) {
  const id = useId();
  const labelled = { label, hint, problem, className };
  return (
    <Frame id={id} {...labelled}>
      <select id={id} aria-describedby={describedBy(id, labelled)} {...select}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export type TextFieldProps = Labelled & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;

/** Several lines of text. */
export function TextField({ label, hint, problem, className, ...area }: TextFieldProps) {
  const id = useId();
  const labelled = { label, hint, problem, className };
  return (
    <Frame id={id} {...labelled}>
      <textarea
        id={id}
        aria-describedby={describedBy(id, labelled)}
        aria-invalid={problem != null || undefined}
        {...area}
      />
    </Frame>
  );
}
