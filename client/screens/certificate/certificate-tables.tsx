import type { Certificate } from '../../../shared/domain/attendance/certificate.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { text } from '../../text/text.ts';

const words = () => text.rollCall.paper;

interface CertificateProps {
  readonly certificate: Certificate;
}

/** The figures of each tier, and every bridge that was not ready, with its reason. */
export function CertificateTables({ certificate }: CertificateProps) {
  return (
    <>
      <Tiers certificate={certificate} />
      <p className="certificate-rule">{words().rule}</p>
      <h2>{words().exceptions}</h2>
      {certificate.exceptions.length === 0 ? <p>{words().noExceptions}</p> : <Exceptions certificate={certificate} />}
    </>
  );
}

function Tiers({ certificate: { tiers } }: CertificateProps) {
  const { tier, ready, total, missing } = words().table;
  return (
    <table>
      <thead>
        <tr>
          {[tier, ready, total, missing].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((one) => (
          <tr key={one.tier}>
            <th scope="row">{one.name}</th>
            <td>{formatCount(one.ready)}</td>
            <td>{formatCount(one.total)}</td>
            <td>{formatCount(one.total - one.ready)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Exceptions({ certificate: { exceptions, missing } }: CertificateProps) {
  const { place, bridge, reason } = words().columns;
  return (
    <>
      <table className="certificate-exceptions">
        <thead>
          <tr>
            {[place, bridge, reason].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exceptions.map((one, index) => (
            <tr key={one.bridgeId}>
              <td>{index + 1}</td>
              <th scope="row">{one.name}</th>
              <td>{one.reason ?? text.rollCall.certificate.noReason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing > exceptions.length ? <p>{words().more(exceptions.length, missing)}</p> : null}
    </>
  );
}
