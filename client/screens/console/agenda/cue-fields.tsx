import { useRef } from 'react';
import { valuesOf } from '../../../../shared/base/persistent-map.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { PLACEHOLDERS } from '../../../../shared/views/announcement.ts';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { IconButton } from '../icon-button.tsx';
import { bridgeChoice, type CueDraft, inserted } from './cue-draft.ts';

const words = () => text.agenda.cues;
/** As many bridges as a list can be read through; a step that needs another follows the floor. */
const BRIDGES_SHOWN = 200;

interface CueFieldsProps {
  readonly cue: CueDraft;
  readonly number: number;
  readonly last: number;
  readonly onChange: (part: Partial<CueDraft>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Who does what, what is read out, which picture is shown. */
export function CueFields({ cue, number, last, onChange, onMove, onRemove }: CueFieldsProps) {
  const step = words().step(number);
  return (
    <li className="console-cue console-inset">
      <p className="console-cue-head">
        <strong>{step}</strong>
        <span className="console-row-buttons">
          <IconButton
            sign="↑"
            name={words().up(step)}
            reason={number === 1 ? text.console.agenda.firstAlready : null}
            inTabOrder
            onPress={() => onMove(-1)}
          />
          <IconButton
            sign="↓"
            name={words().down(step)}
            reason={number === last ? text.console.agenda.lastAlready : null}
            inTabOrder
            onPress={() => onMove(1)}
          />
          <IconButton sign="✕" name={words().remove(step)} reason={null} inTabOrder onPress={onRemove} />
        </span>
      </p>
      <div className="console-fields">
        <Field
          label={words().who}
          maxLength={120}
          placeholder={words().whoExample}
          value={cue.who}
          onChange={({ target }) => onChange({ who: target.value })}
        />
        <Field
          label={words().does}
          maxLength={300}
          placeholder={words().doesExample}
          className="console-wide"
          value={cue.does}
          onChange={({ target }) => onChange({ does: target.value })}
        />
        <SourceField cue={cue} onChange={onChange} />
      </div>
      <SaysField cue={cue} onChange={onChange} />
    </li>
  );
}

function SaysField({ cue, onChange }: Pick<CueFieldsProps, 'cue' | 'onChange'>) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (placeholder: string) => {
    const { selectionStart, selectionEnd } = area.current ?? {
      selectionStart: cue.says.length,
      selectionEnd: cue.says.length,
    };
    onChange({ says: inserted(cue.says, placeholder, selectionStart, selectionEnd) });
    const caret = selectionStart + placeholder.length;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  return (
    <>
      <TextField
        ref={area}
        label={words().says}
        rows={2}
        maxLength={4_000}
        value={cue.says}
        onChange={({ target }) => onChange({ says: target.value })}
      />
      <p className="console-placeholders" role="group" aria-label={words().fill}>
        {PLACEHOLDERS.map(({ key, sample }) => (
          <button
            key={key}
            type="button"
            className="button"
            data-tone="quiet"
            title={sample}
            aria-label={words().fillName(`{${key}}`)}
            onClick={() => insert(`{${key}}`)}
          >
            {`{${key}}`}
          </button>
        ))}
      </p>
    </>
  );
}

function SourceField({ cue, onChange }: Pick<CueFieldsProps, 'cue' | 'onChange'>) {
  const bridges = useConference(stageBridges);
  const { sources } = words();
  const choices = [
    { value: '', label: sources.none },
    { value: 'floor', label: sources.floor },
    { value: 'hold', label: sources.hold },
    ...bridges,
  ];
  return (
    <ChoiceField
      label={words().source}
      choices={choices}
      value={cue.source}
      onChange={({ target }) => onChange({ source: target.value })}
    />
  );
}

/** Those whose picture can be shown: the central bridge and its peers. */
const stageBridges = ({ bridges }: ConferenceState) =>
  [...valuesOf(bridges.byId)]
    .filter(({ tier }) => tier <= 1)
    .toSorted((a, b) => a.tier - b.tier || a.order - b.order)
    .slice(0, BRIDGES_SHOWN)
    .map(({ bridgeId, shortName }) => ({ value: bridgeChoice(bridgeId), label: shortName }));
