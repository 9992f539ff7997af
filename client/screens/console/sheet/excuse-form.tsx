import { attendanceOf } from '../../../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm } from '../command-form.tsx';
import { textIn } from '../form-reading.ts';
import { useRights } from '../use-rights.ts';

const words = () => text.console.bridgeForm.excuse;

/** A whole bridge that will not join, and why: it is then not waited for. */
export function ExcuseForm({ bridge: { bridgeId, name } }: { readonly bridge: Bridge }) {
  const { may, reason } = useRights();
  const { show } = useNotices();
  const excuse = useConference(({ attendance }) => attendanceOf(attendance, bridgeId).excuse);
  const joins = { type: 'excuseBridge', bridgeId, reason: null } as const;
  if (!may(joins)) return null;
  if (excuse !== null) {
    return (
      <p className="console-excuse">
        {words().standing(excuse)}{' '}
        <CommandButton make={() => joins} label={words().takeBack} tone="plain" disabledReason={reason(joins)} />
      </p>
    );
  }
  return (
    <CommandForm
      write={(form) => {
        const why = textIn(form, 'excuse');
        return why === null
          ? { problem: words().noReason }
          : { commands: [{ type: 'excuseBridge', bridgeId, reason: why }] };
      }}
      act={words().save}
      onDone={() => show({ tone: 'ok', sentence: words().saved(name) })}
    >
      <Field label={words().label} name="excuse" maxLength={200} hint={words().hint} />
    </CommandForm>
  );
}
