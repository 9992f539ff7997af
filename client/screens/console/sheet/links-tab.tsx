import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Invitation, MintedInvitation } from '../../../../shared/protocol/http.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { useConference, useSeat } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { MintForm } from './mint-form.tsx';
import { MintedLink } from './minted-link.tsx';
import { useInvitations } from './use-invitations.ts';

const words = text.console.links;

/** Who was invited to which seat. A link is shown once: only its hash is kept. */
export function LinksTab() {
  const { seat } = useSeat();
  if (seat !== 'secretariat') return <p className="console-empty">{words.secretariatOnly}</p>;
  return <Links />;
}

function Links() {
  const { invitations, problem, minted, mint, revoke, pending } = useInvitations();
  return (
    <div className="console-links">
      <MintForm pending={pending} onMint={mint} />
      {problem === null ? null : (
        <p className="console-problem" role="alert">
          ▲ {problem}
        </p>
      )}
      {minted === null ? null : <MintedLinkOf minted={minted} />}
      <h3>{words.existing}</h3>
      {invitations.length === 0 ? <p className="console-empty">{words.none}</p> : null}
      <ul className="console-list" aria-label={words.existing}>
        {invitations.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} onRevoke={() => revoke(invitation.id)} />
        ))}
      </ul>
    </div>
  );
}

function MintedLinkOf({ minted }: { readonly minted: MintedInvitation }) {
  return <MintedLink key={minted.invitation.id} label={minted.invitation.label} link={minted.link} />;
}

interface InvitationLineProps {
  readonly invitation: Invitation;
  readonly onRevoke: () => void;
}

function InvitationLine({ invitation, onRevoke }: InvitationLineProps) {
  const { bridgeId, seat, label, createdAt, revokedAt } = invitation;
  const place = useConference(({ bridges }) =>
    bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.name ?? null),
  );
  const when = `${formatDate(createdAt)} ${formatTime(createdAt)}`;
  return (
    <li className="console-row console-link-row" data-revoked={revokedAt !== null || undefined}>
      <span className="console-who">
        <strong>{label}</strong>
        <small>{[text.common.seats[seat], ...(place === null ? [] : [place]), words.madeAt(when)].join(' · ')}</small>
      </span>
      {revokedAt === null ? (
        <button
          type="button"
          className="button"
          data-tone="plain"
          aria-label={words.revokeName(label)}
          onClick={onRevoke}
        >
          {words.revoke}
        </button>
      ) : (
        <span>{words.revoked}</span>
      )}
    </li>
  );
}
