import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import type { GroupDraft } from '../../../../shared/views/line-timetable.ts';
import { text } from '../../../text/text.ts';

const words = () => text.lines.timetable;

interface UnplacedListProps {
  readonly bridges: readonly Bridge[];
  readonly groups: readonly GroupDraft[];
  readonly onPlace: (bridgeId: BridgeId, place: number) => void;
}

/** Halls that nobody would test. */
export function UnplacedList({ bridges, groups, onPlace }: UnplacedListProps) {
  if (bridges.length === 0) return null;
  return (
    <section className="timetable-unplaced">
      <h3>{words().unplaced(bridges.length)}</h3>
      <ul>
        {bridges.map(({ bridgeId, shortName }) => (
          <li key={bridgeId}>
            <span>{shortName}</span>
            {groups.length === 0 ? null : (
              <select
                aria-label={words().move(shortName)}
                value=""
                onChange={({ target }) => onPlace(bridgeId, Number(target.value))}
              >
                <option value="" disabled>
                  {words().addTo}
                </option>
                {groups.map((group, place) => (
                  <option key={place} value={place}>
                    {group.name}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
