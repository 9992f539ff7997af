import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { formatProfileSchema, type PaperHead, paperHeadSchema } from '../../../shared/domain/records/minutes.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ChoiceField, Field, TextField } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandForm, type Written } from '../console/command-form.tsx';
import { textIn } from '../console/form-reading.ts';
import { linesOf } from './typed-lines.ts';
import { useReadOnly } from './use-read-only.ts';

const words = () => text.minutes.headForm;

/** What stands around the text of the papers. */
export function HeadDialog({ onClose }: { readonly onClose: () => void }) {
  const { show } = useNotices();
  const head = useConference(headOrFirst);
  const readOnly = useReadOnly();
  const done = () => {
    show({ tone: 'ok', sentence: words().saved });
    onClose();
  };
  return (
    <Dialog title={words().title} onClose={onClose} className="minutes-form">
      <CommandForm write={writtenHead} act={words().save} onDone={done} onCancel={onClose} disabledReason={readOnly}>
        <HeadFields head={head} />
      </CommandForm>
    </Dialog>
  );
}

function HeadFields({ head }: { readonly head: PaperHead }) {
  const { profiles, signers } = words();
  return (
    <>
      <div className="console-fields">
        <ChoiceField
          label={words().profile}
          name="profile"
          defaultValue={head.profile}
          choices={formatProfileSchema.options.map((value) => ({ value, label: profiles[value] }))}
        />
        <ChoiceField
          label={words().signer}
          name="signer"
          defaultValue={head.signer}
          choices={(['chair', 'concluder'] as const).map((value) => ({ value, label: signers[value] }))}
        />
      </div>
      <div className="console-fields">
        <Field label={words().parentBody} name="parentBody" defaultValue={head.parentBody ?? ''} maxLength={200} />
        <Field label={words().issuer} name="issuer" defaultValue={head.issuer} maxLength={200} />
      </div>
      <div className="console-fields">
        <Field
          label={words().number}
          name="number"
          defaultValue={head.number ?? ''}
          maxLength={20}
          hint={words().numberHint}
        />
        <Field label={words().sign} name="sign" defaultValue={head.sign ?? ''} maxLength={40} hint={words().signHint} />
        <Field label={words().place} name="place" defaultValue={head.place ?? ''} maxLength={120} />
      </div>
      <Field label={words().venue} name="venue" defaultValue={head.venue ?? ''} maxLength={300} />
      <label className="console-check">
        <input type="checkbox" name="withPlaceDate" defaultChecked={head.withPlaceDate} />
        {words().withPlaceDate}
      </label>
      <TextField
        label={words().recipients}
        name="recipients"
        rows={3}
        defaultValue={head.recipients.join('\n')}
        hint={words().recipientsHint}
      />
    </>
  );
}

/** Before anybody has said otherwise: the organiser's own paper, in the Party's format. */
function headOrFirst({ records, conference, bridges }: ConferenceState): PaperHead {
  const central = bridges.centralId === null ? undefined : bridgeOf(bridges, bridges.centralId);
  const first: PaperHead = {
    profile: 'party',
    parentBody: null,
    issuer: conference.organiser ?? '',
    number: null,
    sign: null,
    place: null,
    venue: central?.room ?? null,
    withPlaceDate: true,
    recipients: [],
    signer: 'chair',
  };
  return records.minutes.head ?? first;
}

function writtenHead(form: FormData): Written {
  const recipients = linesOf(textIn(form, 'recipients') ?? '');
  if (textIn(form, 'issuer') === null) return { problem: words().noIssuer };
  if (recipients.length > 30) return { problem: words().tooMany };
  const head = paperHeadSchema.safeParse({
    profile: form.get('profile'),
    parentBody: textIn(form, 'parentBody'),
    issuer: textIn(form, 'issuer'),
    number: textIn(form, 'number'),
    sign: textIn(form, 'sign'),
    place: textIn(form, 'place'),
    venue: textIn(form, 'venue'),
    withPlaceDate: form.get('withPlaceDate') !== null,
    recipients,
    signer: form.get('signer'),
  });
  return head.success
    ? { commands: [{ type: 'writePaperHead', head: head.data }] }
    : { problem: text.refusals.sentence('malformed') };
}
