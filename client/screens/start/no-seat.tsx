import { text } from '../../text/text.ts';

const words = () => text.start.noSeat;

/** How to come by a link, said to each who might be reading. */
export function NoSeat() {
  return (
    <section className="start-no-seat">
      <h1>{words().title}</h1>
      <p>{words().lead}</p>
      <dl>
        {words().ways.map(({ who, how }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <pre>
        <code>{words().command}</code>
      </pre>
      <p className="start-quiet">{words().keep}</p>
      <a href="/pair">{text.talkback.pair.open}</a>
    </section>
  );
}
