import type { MintedInvitation } from '../../../../shared/protocol/http.ts';
import { useMayUse } from '../../../parts/use-may-use.ts';
import { text } from '../../../text/text.ts';
import { DeputiesSection } from './deputies-section.tsx';
import { InvitationLine } from './invitation-line.tsx';
import { MintForm } from './mint-form.tsx';
import { MintedLink } from './minted-link.tsx';
import { PairingForm } from './pairing-form.tsx';
import { useInvitations } from './use-invitations.ts';

const words = () => text.console.links;

/** Who was invited to which seat. A link is shown once: only its hash is kept. */
export function LinksTab() {
  const may = useMayUse('makeLinks');
  if (!may) return <p className="console-empty">{words().secretariatOnly}</p>;
  return <Links />;
}

function Links() {
  const { invitations, problem, minted, reload, mint, revoke, pending, mintedCode, mintCode, hideCode } =
    useInvitations();
  return (
    <div className="console-links">
      <MintForm pending={pending} onMint={mint} />
      {problem === null ? null : (
        <p className="console-problem" role="alert">
          ▲ {problem}
        </p>
      )}
      {minted === null ? null : <MintedLinkOf minted={minted} />}
      <PairingForm onPaired={reload} />
      <DeputiesSection pending={pending} minted={mintedCode} onMint={mintCode} onHide={hideCode} />
      <h3>{words().existing}</h3>
      {invitations.length === 0 ? <p className="console-empty">{words().none}</p> : null}
      <ul className="console-list" aria-label={words().existing}>
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
